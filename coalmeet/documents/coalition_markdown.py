"""The charter and the decision matrix as Markdown, to paste into mail, a wiki or a page of the coalition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coalmeet.coalition.charter import Charter
from coalmeet.coalition.matrix import Matrix, heads
from coalmeet.documents.markdown import inline
from coalmeet.documents.matrix import CRITICAL
from coalmeet.documents.plain import one_line
from coalmeet.text import _, speaking


def charter_markdown(charter: Charter) -> str:
    """The whole charter, ending with a line end."""
    with speaking(charter.language):
        return "\n\n".join(_charter(charter)) + "\n"


def _charter(charter: Charter) -> Iterator[str]:
    yield f"# {inline(charter.coalition) or inline(_('Our charter'))}"
    yield inline(_("How we work together"))
    if one_line(charter.purpose):
        yield f"## {inline(_('What we are for'))}"
        yield inline(charter.purpose)
    for part in charter.parts:
        yield f"## {inline(part.heading)}"
        rows = (f"- **{inline(name)}**: {inline(how)}" for name, how in part.rows)
        yield "\n".join((*(f"- {inline(one)}" for one in part.texts), *rows))
    yield "\n\n".join(inline(one) for one in charter.adopted)


def matrix_markdown(matrix: Matrix) -> str:
    """The whole matrix, ending with a line end."""
    with speaking(matrix.language):
        return "\n\n".join(_matrix(matrix)) + "\n"


def _matrix(matrix: Matrix) -> Iterator[str]:
    yield f"# {inline(_('Who decides what, and how'))}"
    told = (matrix.coalition, _("As it holds on {day}").format(day=matrix.told_on))
    yield " · ".join(inline(one) for one in told if one)
    yield inline(matrix.beginning)
    lines = [_line(heads()), _line("---" for _head in heads())]
    for row in matrix.rows:
        name = f"**{inline(row.name)}**" + (f" {CRITICAL} {inline(row.critical)}" if row.critical else "")
        cells = (inline(one) for one in (row.how, row.who, row.absent, row.otherwise))
        lines.append(_line((name, *cells)))
    yield "\n".join(lines)
    for word, means in matrix.meanings:
        yield f"**{inline(word)}:** {inline(means)}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
