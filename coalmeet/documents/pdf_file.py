"""A PDF being put together: pages, fonts, bookmarks, links and attachments become bytes.

It is tagged (PDF/UA-1) and archival (PDF/A-3u) from the start, and the same content gives the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument

from coalmeet.documents.colour_profile import srgb
from coalmeet.documents.embedded import EmbeddedFace
from coalmeet.documents.faces import Face
from coalmeet.documents.metadata import About, xmp
from coalmeet.documents.objects import Array, Dictionary, Reference, Stream, String, dictionary, name, number
from coalmeet.documents.outline import Bookmark, outline
from coalmeet.documents.structure import Node, StructureTree, page_name


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF."""

    file_name: str
    media_type: str
    description: str
    content: bytes


@dataclass(frozen=True)
class PageContent:
    """One finished page: its drawing commands and its links."""

    width: float
    height: float
    commands: str
    links: tuple[Dictionary, ...] = ()


@dataclass
class PdfFile:
    """Everything that goes into the file; `data()` writes it."""

    about: About
    tree: Node
    pages: list[PageContent] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    _faces: dict[str, EmbeddedFace] = field(default_factory=dict)

    def embedded(self, face: Face) -> tuple[str, EmbeddedFace]:
        """The name of a face in drawing commands, and the face as embedded."""
        known = self._faces.setdefault(face.file, EmbeddedFace(face))
        return f"F{list(self._faces).index(face.file)}", known

    def data(self) -> bytes:
        """The file."""
        document: Any = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        document.Catalog = self._catalog(document)
        document.info = self._info()
        for page in self.pages:
            document.updateSignature(page.commands.encode())
        data: bytes = document.format()
        return data

    def _catalog(self, document: PDFDocument) -> Dictionary:
        pages = self._pages(document)
        catalog = {
            "Type": name("Catalog"),
            "Pages": pages,
            "Lang": String(self.about.language),
            "MarkInfo": dictionary({"Marked": "true"}),
            "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
            "StructTreeRoot": StructureTree(document, len(self.pages)).write(self.tree),
            "Metadata": document.Reference(self._metadata()),
            "OutputIntents": Array([self._output_intent(document)]),
            "Outlines": outline(document, self.bookmarks),
            "PageMode": name("UseOutlines") if self.bookmarks else None,
        }
        if self.attachments:
            files = [self._file(document, attachment) for attachment in self.attachments]
            names = [
                part
                for one, file in zip(self.attachments, files, strict=True)
                for part in (String(one.file_name), file)
            ]
            catalog["AF"] = Array(files)
            catalog["Names"] = dictionary({"EmbeddedFiles": dictionary({"Names": Array(names)})})
        return dictionary(catalog)

    def _metadata(self) -> Stream:
        stream = Stream(xmp(self.about), {"Type": name("Metadata"), "Subtype": name("XML")})
        stream.filters = []  # archives want to find it without unpacking
        return stream

    def _info(self) -> Dictionary:
        about = self.about
        return dictionary(
            {
                "Title": String(about.title),
                "Author": String(about.author),
                "Subject": String(about.subject),
                "Creator": String(about.producer),
                "Producer": String(about.producer),
                "CreationDate": String(about.pdf_date),
                "ModDate": String(about.pdf_date),
            }
        )

    def _pages(self, document: PDFDocument) -> Reference:
        fonts = Dictionary()
        for number_, embedded in enumerate(self._faces.values()):
            fonts[f"F{number_}"] = embedded.reference(document)
        parent = Dictionary({"Type": name("Pages"), "Count": len(self.pages)})
        reference: Reference = document.Reference(parent)
        resources = document.Reference(dictionary({"Font": fonts}))
        kids = [
            document.Reference(self._page(document, at, reference, resources), page_name(at))
            for at in range(len(self.pages))
        ]
        parent["Kids"] = Array(kids)
        return reference

    def _page(self, document: PDFDocument, at: int, parent: Reference, resources: Reference) -> Dictionary:
        page = self.pages[at]
        links = [document.Reference(link) for link in page.links]
        return dictionary(
            {
                "Type": name("Page"),
                "Parent": parent,
                "MediaBox": Array([0, 0, number(page.width), number(page.height)]),
                "Resources": resources,
                "Contents": document.Reference(Stream(page.commands.encode("ascii"))),
                "StructParents": at,
                "Tabs": name("S"),
                "Annots": Array(links) if links else None,
            }
        )

    def _output_intent(self, document: PDFDocument) -> Dictionary:
        return dictionary(
            {
                "Type": name("OutputIntent"),
                "S": name("GTS_PDFA1"),
                "OutputConditionIdentifier": String("sRGB"),
                "Info": String("sRGB IEC61966-2.1"),
                "DestOutputProfile": document.Reference(Stream(srgb(), {"N": 3})),
            }
        )

    def _file(self, document: PDFDocument, attachment: Attachment) -> Reference:
        digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
        size = {
            "Size": len(attachment.content),
            "ModDate": String(self.about.pdf_date),
            "CheckSum": f"<{digest}>",
        }
        stream = Stream(
            attachment.content,
            {
                "Type": name("EmbeddedFile"),
                "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
                "Params": dictionary(size),
            },
        )
        content = document.Reference(stream)
        specification: Reference = document.Reference(
            dictionary(
                {
                    "Type": name("Filespec"),
                    "F": String(attachment.file_name),
                    "UF": String(attachment.file_name),
                    "Desc": String(attachment.description),
                    "AFRelationship": name("Data"),
                    "EF": dictionary({"F": content, "UF": content}),
                }
            )
        )
        return specification
