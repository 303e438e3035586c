"""The structure tree of a tagged PDF: what a screen reader walks, in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coalmeet.documents.going import go_on
from coalmeet.documents.objects import Array, Dictionary, Reference, String, dictionary, name
from coalmeet.documents.plain import set_as

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


@dataclass(eq=False, slots=True)
class Node:
    """One element: its role ("P", "H1", "TD" …) and what it holds. Order of adding is reading order."""

    role: str
    alt: str = ""
    language: str = ""
    scope: str = ""  # "Row" or "Column", for a TH
    kids: list[Node | Marked | Link] = field(default_factory=list)

    def add(self, role: str, *, alt: str = "", language: str = "", scope: str = "") -> Node:
        """A new element at the end of this one."""
        node = Node(role, alt, language, scope)
        self.kids.append(node)
        return node


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content that belongs to an element."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation that belongs to an element."""

    page: int
    annotation: Dictionary


def page_name(page: int) -> str:
    """The name under which the object of a page is registered; pages count from 0."""
    return f"Page{page}"


class StructureTree:
    """Writes the tree and its way back from a page's content to the elements."""

    def __init__(self, document: PDFDocument, pages: int) -> None:
        self._document = document
        self._on_page: list[dict[int, Reference]] = [{} for _ in range(pages)]
        self._after_pages: list[Reference] = []

    def write(self, top: Node) -> Reference:
        """The StructTreeRoot; page n has StructParents n, links come after the pages."""
        root = Dictionary({"Type": name("StructTreeRoot")})
        reference: Reference = self._document.Reference(root)
        root["K"] = Array([self._element(top, reference)])
        marks = [self._document.Reference(Array([on[key] for key in sorted(on)])) for on in self._on_page]
        entries = enumerate([*marks, *self._after_pages])
        numbers = Dictionary({"Nums": Array([part for entry in entries for part in entry])})
        root["ParentTree"] = self._document.Reference(numbers)
        root["ParentTreeNextKey"] = len(marks) + len(self._after_pages)
        return reference

    def _element(self, node: Node, parent: Reference) -> Reference:
        go_on()
        element = dictionary(
            {
                "Type": name("StructElem"),
                "S": name(node.role),
                "P": parent,
                "Alt": String(set_as(node.alt)) if node.alt else None,
                "Lang": String(node.language) if node.language else None,
                "A": dictionary({"O": name("Table"), "Scope": name(node.scope)}) if node.scope else None,
            }
        )
        reference: Reference = self._document.Reference(element)
        pages = {kid.page for kid in node.kids if isinstance(kid, Marked)}
        if len(pages) == 1:
            # Most elements stand on one page: its name once, and then plain numbers, keeps files small.
            element["Pg"] = Reference(page_name(*pages))
        element["K"] = Array(list(self._kids(node, reference, short=len(pages) == 1)))
        return reference

    def _kids(self, node: Node, own: Reference, *, short: bool) -> Iterator[Any]:
        for kid in node.kids:
            if isinstance(kid, Node):
                yield self._element(kid, own)
            elif isinstance(kid, Marked):
                self._on_page[kid.page][kid.number] = own
                yield kid.number if short else _marked(kid)
            else:
                kid.annotation["StructParent"] = len(self._on_page) + len(self._after_pages)
                self._after_pages.append(own)
                yield dictionary(
                    {
                        "Type": name("OBJR"),
                        "Pg": Reference(page_name(kid.page)),
                        "Obj": self._document.Reference(kid.annotation),
                    }
                )


def _marked(kid: Marked) -> Dictionary:
    return dictionary({"Type": name("MCR"), "Pg": Reference(page_name(kid.page)), "MCID": kid.number})
