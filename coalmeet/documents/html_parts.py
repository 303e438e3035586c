"""What every page for phones and for letters is made of: elements that hold text as typed, and the page around them.

What people typed is text and never markup; the page forbids itself scripts, pictures and the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from coalmeet.documents.html_style import STYLE
from coalmeet.documents.plain import one_line, plain
from coalmeet.meeting.minutes_values import Fact, Request

# A reader needs nothing but this page: nothing is fetched, nothing runs, no form is sent.
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})


def page(title: str, body: str, language: str) -> str:
    """A whole page around a body of elements, ending with a line end; `language` is a code such as "en"."""
    side = "rtl" if language.partition("_")[0] in _FROM_RIGHT else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language.replace("_", "-"))}" dir="{side}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def typed(text: str) -> str:
    """User text as HTML that shows exactly this text; its lines stay lines."""
    return "<br>".join(moved_in(line) for line in plain(text).split("\n"))


def moved_in(line: str) -> str:
    """One line as typed, moved in as far as it was."""
    bare = line.lstrip(" \t")
    moved = len(line[: len(line) - len(bare)].expandtabs(4))
    return "\u00a0" * moved + escape(bare.rstrip())


def said(text: str) -> str:
    """User text on one line."""
    return escape(one_line(text))


def tag(name: str, inside: str, kind: str = "") -> str:
    """An element that keeps the direction of its own text; "" for an empty one."""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<{name}{of_kind} dir="auto">{inside}</{name}>' if inside else ""


def under(heading: str, parts: Iterable[str], *, level: int = 2) -> str:
    """A section with its heading; "" where nothing stands below it."""
    kept = [part for part in parts if part]
    if not kept:
        return ""
    return "\n".join(["<section>", tag(f"h{level}", said(heading)), *kept, "</section>"])


def listed(lines: Iterable[str], kind: str) -> str:
    """A list; "" for an empty one."""
    kept = "\n".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="{kind}">\n{kept}\n</ul>' if kept else ""


def facts(known: Iterable[Fact]) -> str:
    """Labels, each with what there is to say."""
    kept = "\n".join(
        f"<div><dt>{said(fact.label)}</dt>"
        + "".join(tag("dd", typed(text)) for text in fact.texts)
        + "</div>"
        for fact in known
    )
    return f"<dl>\n{kept}\n</dl>" if kept else ""


def request(one: Request) -> str:
    """Something that is asked for, with a box to tick."""
    whom = " · ".join(said(part) for part in (one.who, one.until) if part)
    box = '<span class="box" aria-hidden="true">☐</span>'
    return tag("p", f"{box} {said(one.text)}") + tag("p", whom, "quiet")
