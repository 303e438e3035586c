"""Finds what Qt needs from the system, and installs it as root or names the exact line that does."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

INSTALL_LINES = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
    "zypper": "zypper install -y",
}

# What the wheel leaves to the system, found on a bare Debian 12; the names for the others were not tried.
QT = {
    "apt-get": {
        "core": "libgl1 libegl1 libxkbcommon0 libglib2.0-0 libdbus-1-3 libfontconfig1",
        "xcb": "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0",
        "wayland": "libwayland-cursor0",
    },
    "dnf": {
        "core": "libglvnd-glx libglvnd-egl libxkbcommon glib2 dbus-libs fontconfig",
        "xcb": "xcb-util-cursor libxkbcommon-x11 xcb-util-wm xcb-util-keysyms",
        "wayland": "libwayland-cursor",
    },
    "pacman": {
        "core": "libglvnd libxkbcommon glib2 dbus fontconfig",
        "xcb": "xcb-util-cursor libxkbcommon-x11 xcb-util-wm xcb-util-keysyms",
        "wayland": "wayland",
    },
    "zypper": {
        "core": "libglvnd libxkbcommon0 libglib-2_0-0 libdbus-1-3 fontconfig",
        "xcb": "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0",
        "wayland": "libwayland-cursor0",
    },
}


def say(sentence: str) -> None:
    """Tell the developer one thing, on stderr."""
    print("coalmeet:", sentence, file=sys.stderr, flush=True)


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can open: only Linux may lack a screen, unless Qt's platform is chosen by hand."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(environment.get(name) for name in names)


def plugins(environment: Mapping[str, str]) -> list[str]:
    """The Qt platform plug-ins that this desktop may need."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen:
        return [chosen]
    names = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return [plugin for plugin, name in names.items() if environment.get(name)]


def ensure_libraries(python: Path, platforms: list[str]) -> None:
    """Install, or name, the system libraries that Qt misses for these platform plug-ins (Linux only)."""
    if sys.platform != "linux":
        return
    missing = missing_libraries(_qt_folder(python), platforms)
    if not missing:
        return
    groups = ["core", *platforms]
    packages = {
        manager: " ".join(names[group] for group in groups if group in names) for manager, names in QT.items()
    }
    install(f"Qt needs system libraries that are missing here ({', '.join(missing)})", packages)
    missing = missing_libraries(_qt_folder(python), platforms)
    if missing:
        sys.exit(f"\nQt still misses {', '.join(missing)}: please install what your system calls them.")


def missing_libraries(qt: Path, platforms: list[str]) -> list[str]:
    """Names of shared libraries that the loader cannot find for Qt's widgets and these platform plug-ins."""
    found = [qt / "QtWidgets.abi3.so"]
    for platform in platforms:
        found += (qt / "Qt" / "plugins" / "platforms").glob(f"libq{platform}*.so")
    missing: set[str] = set()
    for library in found:
        answer = subprocess.run(["ldd", str(library)], text=True, capture_output=True, check=False).stdout
        missing.update(re.findall(r"^\s*(\S+) => not found", answer, re.MULTILINE))
    return sorted(missing)


def install(why: str, packages: Mapping[str, str]) -> None:
    """Install as root and say so; otherwise stop with the exact line. `packages`: package manager → names."""
    manager = next((name for name in INSTALL_LINES if shutil.which(name)), None)
    if manager is None:
        sys.exit(f"\n{why}. Please install it (Debian calls it: {packages['apt-get']}).")
    line = f"{INSTALL_LINES[manager]} {packages[manager]}"
    if is_root():
        say(f"{why}; installing: {line}")
        if _install_as_root(manager, line):
            return
        sys.exit(f"\n{why}, and this line failed:\n\n    {line}\n")
    sys.exit(f"\n{why}.\nRun this once, then the same command again:\n\n    sudo {line}\n")


def is_root() -> bool:
    """Whether packages of the system may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _install_as_root(manager: str, line: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if manager == "apt-get":
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    return (
        subprocess.run(line.split(), env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


def _qt_folder(python: Path) -> Path:
    ask = "import importlib.util; print(importlib.util.find_spec('PySide6').submodule_search_locations[0])"
    return Path(
        subprocess.run([str(python), "-c", ask], text=True, capture_output=True, check=True).stdout.strip()
    )
