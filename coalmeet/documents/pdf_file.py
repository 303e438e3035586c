"""A PDF being put together: pages, fonts, bookmarks, links and attachments become bytes.

It is tagged (PDF/UA-1) and archival (PDF/A-3u) from the start, and the same content gives the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from coalmeet.documents.colour_profile import srgb
from coalmeet.documents.embedded import EmbeddedFace
from coalmeet.documents.faces import Face
from coalmeet.documents.metadata import About, xmp
from coalmeet.documents.objects import Objects, Value, array, dictionary, name, number, string
from coalmeet.documents.outline import Bookmark, outline
from coalmeet.documents.structure import Node, StructureTree


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF."""

    file_name: str
    media_type: str
    description: str
    content: bytes


@dataclass(frozen=True)
class PageContent:
    """One finished page: its drawing commands. Its links are found in the tree."""

    width: float
    height: float
    commands: str


@dataclass
class PdfFile:
    """Everything that goes into the file; `data()` writes it."""

    about: About
    tree: Node
    pages: list[PageContent] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    _faces: dict[str, tuple[str, EmbeddedFace]] = field(default_factory=dict)

    def embedded(self, face: Face) -> tuple[str, EmbeddedFace]:
        """The name of a face in drawing commands, and the face as embedded."""
        known = self._faces.get(face.file)
        if known is None:
            known = self._faces[face.file] = f"F{len(self._faces)}", EmbeddedFace(face)
        return known

    def data(self) -> bytes:
        """The file."""
        objects = Objects()
        pages = [objects.reserve() for _page in self.pages]
        tree = StructureTree(objects, len(pages))
        top = tree.write(self.tree)
        catalog = dictionary(
            {
                "Type": name("Catalog"),
                "Pages": self._pages(objects, pages, tree.links),
                "Lang": string(self.about.language),
                "MarkInfo": dictionary({"Marked": "true"}),
                "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
                "StructTreeRoot": top,
                "Metadata": self._metadata(objects),
                "OutputIntents": array([_output_intent(objects)]),
                "Outlines": outline(objects, self.bookmarks),
                "PageMode": name("UseOutlines") if self.bookmarks else None,
                **self._attached(objects),
            }
        )
        return objects.file(objects.add(catalog), objects.add(self._info()))

    def _attached(self, objects: Objects) -> dict[str, Value]:
        if not self.attachments:
            return {}
        files = [self._file(objects, attachment) for attachment in self.attachments]
        names = [
            part
            for one, file in zip(self.attachments, files, strict=True)
            for part in (string(one.file_name), file)
        ]
        return {
            "AF": array(files),
            "Names": dictionary({"EmbeddedFiles": dictionary({"Names": array(names)})}),
        }

    def _metadata(self, objects: Objects) -> str:
        entries = {"Type": name("Metadata"), "Subtype": name("XML")}
        return objects.stream(xmp(self.about), entries, packed=False)  # archives want to find it

    def _info(self) -> str:
        about = self.about
        return dictionary(
            {
                "Title": string(about.title),
                "Author": string(about.author),
                "Subject": string(about.subject),
                "Creator": string(about.producer),
                "Producer": string(about.producer),
                "CreationDate": string(about.pdf_date),
                "ModDate": string(about.pdf_date),
            }
        )

    def _pages(self, objects: Objects, pages: list[str], links: list[list[str]]) -> str:
        fonts = {key: face.write(objects) for key, face in self._faces.values()}
        resources = objects.add(dictionary({"Font": dictionary(fonts)}))
        parent = objects.reserve()
        for at, page in enumerate(self.pages):
            told: dict[str, Value | None] = {
                "Type": name("Page"),
                "Parent": parent,
                "MediaBox": array([0, 0, number(page.width), number(page.height)]),
                "Resources": resources,
                "Contents": objects.stream(page.commands.encode("ascii")),
                "StructParents": at,
                "Tabs": name("S"),
                "Annots": array(links[at]) if links[at] else None,
            }
            objects.put(pages[at], dictionary(told))
        objects.put(parent, dictionary({"Type": name("Pages"), "Count": len(pages), "Kids": array(pages)}))
        return parent

    def _file(self, objects: Objects, attachment: Attachment) -> str:
        digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
        size: dict[str, Value] = {
            "Size": len(attachment.content),
            "ModDate": string(self.about.pdf_date),
            "CheckSum": f"<{digest}>",
        }
        content = objects.stream(
            attachment.content,
            {
                "Type": name("EmbeddedFile"),
                "Subtype": name(attachment.media_type),
                "Params": dictionary(size),
            },
        )
        return objects.add(
            dictionary(
                {
                    "Type": name("Filespec"),
                    "F": string(attachment.file_name),
                    "UF": string(attachment.file_name),
                    "Desc": string(attachment.description),
                    "AFRelationship": name("Data"),
                    "EF": dictionary({"F": content, "UF": content}),
                }
            )
        )


def _output_intent(objects: Objects) -> str:
    return dictionary(
        {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": string("sRGB"),
            "Info": string("sRGB IEC61966-2.1"),
            "DestOutputProfile": objects.stream(srgb(), {"N": 3}),
        }
    )
