"""The structure tree of a tagged PDF: what a screen reader walks, in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coalmeet.documents.objects import Objects, Value, array, dictionary, name, page_reference, string
from coalmeet.documents.plain import set_as


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
    annotation: Mapping[str, Value]


class StructureTree:
    """Writes the tree and its way back from a page's content to the elements; the links on the way."""

    def __init__(self, objects: Objects, pages: int) -> None:
        self._objects = objects
        self._on_page: list[dict[int, str]] = [{} for _ in range(pages)]
        self._after_pages: list[str] = []
        self.links: list[list[str]] = [[] for _ in range(pages)]  # references to those of each page

    def write(self, top: Node) -> str:
        """The reference to the StructTreeRoot; page n has StructParents n, links come after the pages."""
        objects = self._objects
        root = objects.reserve()
        kids = array([self._element(top, root)])
        marks = [objects.add(array(on[key] for key in sorted(on))) for on in self._on_page]
        back = [*marks, *self._after_pages]
        numbers = array(part for entry in enumerate(back) for part in entry)
        objects.put(
            root,
            dictionary(
                {
                    "Type": name("StructTreeRoot"),
                    "K": kids,
                    "ParentTree": objects.add(dictionary({"Nums": numbers})),
                    "ParentTreeNextKey": len(back),
                }
            ),
        )
        return root

    def _element(self, node: Node, parent: str) -> str:
        own = self._objects.reserve()
        # Most elements stand on one page: its name once, and then plain numbers, keeps files small.
        pages = {kid.page for kid in node.kids if isinstance(kid, Marked)}
        page = f" /Pg {page_reference(*pages)}" if len(pages) == 1 else ""
        kids = " ".join([self._kid(kid, own, short=bool(page)) for kid in node.kids])
        self._objects.put(
            own,
            f"<</Type /StructElem /S {name(node.role)} /P {parent}{_told(node)}{page} /K [{kids}]>>",
        )
        return own

    def _kid(self, kid: Node | Marked | Link, own: str, *, short: bool) -> str:
        if isinstance(kid, Node):
            return self._element(kid, own)
        if isinstance(kid, Marked):
            self._on_page[kid.page][kid.number] = own
            return str(kid.number) if short else _marked(kid)
        number = len(self._on_page) + len(self._after_pages)
        link = self._objects.add(dictionary({**kid.annotation, "StructParent": number}))
        self._after_pages.append(own)
        self.links[kid.page].append(link)
        return f"<</Type /OBJR /Pg {page_reference(kid.page)} /Obj {link}>>"


def _told(node: Node) -> str:
    alt = f" /Alt {string(set_as(node.alt))}" if node.alt else ""
    language = f" /Lang {string(node.language)}" if node.language else ""
    scope = f" /A <</O /Table /Scope {name(node.scope)}>>" if node.scope else ""
    return f"{alt}{language}{scope}"


def _marked(kid: Marked) -> str:
    return f"<</Type /MCR /Pg {page_reference(kid.page)} /MCID {kid.number}>>"
