"""Finds the fonts and icons that travel with the program: in a wheel, the source tree, a frozen build."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `resources/<name>`, for example "fonts" or "icons"."""
    # Wheels and frozen builds carry the resources inside the package, the source tree beside it.
    inside, beside = HERE / "resources", HERE.parent / "resources"
    return (inside if inside.is_dir() else beside) / name
