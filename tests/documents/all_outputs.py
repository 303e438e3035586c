"""Everything that leaves a coalition's file by command, made once into a folder, and all that can be read in it."""

from __future__ import annotations

import argparse
import email
import email.policy
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pikepdf
import pypdfium2

from coalmeet import cli
from coalmeet.commands.hand_out import FORMATS
from coalmeet.commands.terminal import Terminal
from tests.documents.pdf_tree import read_aloud

ENDS = ("pdf", "html", "md", "csv", "json", "ics")


def command(*words: object) -> tuple[int, str]:
    """Run a command; its exit status and all that it said."""
    said = io.StringIO()
    status = cli.main([str(word) for word in words], Terminal(said, said))
    assert status is not None
    return status, said.getvalue()


def meetings(file: Path) -> list[str]:
    """The ids of the meetings in a file, newest first."""
    status, said = command("meetings", file, "--json")
    assert status == 0, said
    return [one["id"] for one in json.loads(said)]


def papers() -> list[str]:
    """What `export --as` can make."""
    subs = next(one for one in cli._parser()._actions if isinstance(one, argparse._SubParsersAction))
    options = subs.choices["export"]._actions
    return [str(one) for option in options if option.dest == "paper" for one in option.choices or ()]


def make_everything(file: Path, folder: Path) -> str:
    """Every paper in every format, into the folder; all that the commands said."""
    folder.mkdir()
    told = [command("export", file, "--all", "--to", folder / "all", "--format", ",".join(FORMATS))]
    told.append(command("export", file, "--as", "calendar", "--to", folder / "calendar.ics"))
    assert [status for status, _said in told] == [0, 0], told
    for number, meeting in enumerate(meetings(file)):
        told.append(command("export", file, meeting, "--letters", "--to", folder / f"letters {number}"))
    for paper in papers():
        for one in (None, *meetings(file)):
            for end in ENDS:
                target = folder / f"{paper} {one or ''}.{end}"
                with suppress(SystemExit):
                    told.append(
                        command("export", file, *([one] if one else []), "--as", paper, "--to", target)
                    )
        assert list(folder.glob(f"{paper} *")), paper
    told += [command("meetings", file), command("meetings", file, "--json"), command("check", file)]
    return "\n".join(said for _status, said in told)


def readable(path: Path) -> Iterator[str]:
    """Everything that can be read in a file: names, texts, data, and what travels inside it."""
    yield path.name
    data = path.read_bytes()
    yield data.decode("utf-8", "replace")
    if path.suffix == ".pdf":
        yield from _in_pdf(data)
    elif path.suffix == ".eml":
        for part in email.message_from_bytes(data, policy=email.policy.default).walk():
            yield str(part.items())
            content = part.get_payload(decode=True) or b""
            assert isinstance(content, bytes)
            yield content.decode("utf-8", "replace")
            if part.get_content_type() == "application/pdf":
                yield from _in_pdf(content)


def _in_pdf(data: bytes) -> Iterator[str]:
    yield " ".join(words for _role, words in read_aloud(data))
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        yield document[number].get_textpage().get_text_range()
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield str(dict(pdf.docinfo))
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                yield one.read_bytes().decode("utf-8", "replace")
            elif isinstance(one, pikepdf.Dictionary | pikepdf.Array):
                yield from _texts(one)


def _texts(thing: pikepdf.Object) -> Iterator[str]:
    for one in thing.values() if isinstance(thing, pikepdf.Dictionary) else thing:
        if isinstance(one, pikepdf.String):
            yield str(one)
