"""Kerning as the font files ask for it. The numbers were taken with HarfBuzz 12."""

import pytest

from coalmeet.documents.faces import face


@pytest.mark.parametrize(
    ("file", "pair", "units"),
    [
        ("SourceSans3-Regular.ttf", "To", -66),
        ("SourceSans3-Semibold.ttf", "P,", -122),
        ("SourceSerif4Display-Semibold.ttf", "AV", -120),
        ("SourceSans3-Regular.ttf", "hh", 0),
    ],
)
def test_pairs_stand_closer(file: str, pair: str, units: int) -> None:
    assert face(file).kerning.between(*pair) == units


def test_a_face_without_pairs_has_no_kerning() -> None:
    assert face("DroidSansFallback.ttf").kerning.between("A", "V") == 0
