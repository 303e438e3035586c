"""What README tells a newcomer to type exists."""

import re
from pathlib import Path

import pytest

import dev
from coalmeet import cli


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_it_names_every_command_of_the_tooling_and_no_other(readme: str) -> None:
    assert set(re.findall(r"packaging/dev\.py (\w+)", readme)) == set(dev.COMMANDS)


def test_it_names_every_command_of_the_program_and_no_other(readme: str) -> None:
    assert set(re.findall(r"^    coalmeet ([\w-]+)", readme, re.MULTILINE)) == set(cli.COMMANDS) | {
        "rehearse"
    }


def test_the_words_in_italics_stand_in_the_windows(readme: str, root: Path) -> None:
    """What the first meeting tells a newcomer to press is really called so."""
    lesson = readme.partition("## Your first meeting")[2].partition("\n## ")[0]
    sources = "".join(path.read_text(encoding="utf-8") for path in (root / "ui").rglob("*.py"))
    pressed = re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", lesson)
    assert len(pressed) > 5
    assert [words for words in pressed if f'"{words}"' not in sources] == []


def test_its_pictures_and_files_are_there(readme: str, root: Path) -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    files = re.findall(r"`((?:packaging|resources|coalmeet|ui)/[\w./]+)`", readme)
    assert [name for name in pictures + files if not (root / name).exists()] == []


def test_it_gives_a_reason_for_every_dependency(readme: str, root: Path) -> None:
    asked = re.search(r"\ndependencies = \[(.*?)\n\]", (root / "pyproject.toml").read_text(), re.DOTALL)
    assert asked
    names = re.findall(r'"([\w-]+)[>=<]', asked[1])
    assert len(names) > 5
    assert [name for name in names if f"| {name} " not in readme] == []
