"""Builds the .mo files from the .po files, and lays the resources into the wheel (hatchling calls this)."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOR_README = "pictures"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before the wheel, the editable install and the source archive are made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue beside its source; `version` is "standard" or "editable"."""
        for source in Path(self.root, "resources", "locale").rglob("*.po"):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text))
        # An editable install reads the resources where they stand.
        if self.target_name == "wheel" and version == "standard":
            for part in Path(self.root, "resources").iterdir():
                if part.name != FOR_README:
                    build_data["force_include"][str(part)] = f"coalmeet/resources/{part.name}"
