"""Fonts, icons and their licences are found from the source tree and travel in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

from coalmeet.resources import folder

SHOWN = ["Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"]
PRINTED = ["SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It"]
HEADINGS = ["SourceSerif4Display-Semibold", "SourceSerif4Display-It"]
FALLBACKS = [
    "DroidSansFallback",
    "DejaVuSans",
    "NotoEmoji-Regular",
    "NotoSansMath-Regular",
    "NotoSansSymbols2-Regular",
]
FACES = SHOWN + PRINTED + HEADINGS + FALLBACKS


def test_the_typefaces_are_there_with_their_licences() -> None:
    fonts = folder("fonts")
    assert sorted(path.stem for path in fonts.glob("*.ttf")) == sorted(FACES)
    families = {path.name.partition(".")[0] for path in fonts.glob("*.LICENSE.txt")}
    for face in FACES:
        assert any(face.startswith(family) for family in families), face


def test_the_sign_and_the_icons_are_there_with_their_licence() -> None:
    icons = {path.name for path in folder("icons").iterdir()}
    assert {"coalmeet.svg", "gavel.svg", "Lucide.LICENSE.txt"} <= icons


def test_the_words_of_passphrases_are_there_with_their_licence() -> None:
    assert {path.name for path in folder("words").iterdir()} == {"eff-large.txt", "eff-large.LICENSE.txt"}


def test_the_resources_stay_small() -> None:
    size = sum(path.stat().st_size for path in folder("").rglob("*") if path.is_file())
    assert size < 12 * 1024 * 1024


def test_a_wheel_finds_what_it_carries(root: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    ask = "import sys; sys.path.insert(0, sys.argv[1]); import coalmeet.resources; "
    ask += "print(coalmeet.resources.folder('fonts'))"
    command = [sys.executable, "-I", "-c", ask, str(tmp_path / "site")]
    found = Path(
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.strip()
    )
    assert found == tmp_path / "site" / "coalmeet" / "resources" / "fonts"
    assert (found / "Inter-Regular.ttf").exists()
    assert (found.parent / "icons" / "coalmeet.svg").exists()
    assert (found.parent / "words" / "eff-large.txt").exists()
    assert not (found.parent / "pictures").exists()
    assert not (tmp_path / "site" / "tests").exists()
