"""The key store of a Linux desktop: tests start a GNOME keyring of their own, on a bus of their own."""

import shutil
import sys

import dev_system

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")
PACKAGES = {
    "apt-get": "dbus gnome-keyring",
    "dnf": "dbus-daemon gnome-keyring",
    "pacman": "dbus gnome-keyring",
    "zypper": "dbus-1 gnome-keyring",
}


def ensure() -> None:
    """Install what those tests start, as root; otherwise say what is skipped. Linux only."""
    if sys.platform != "linux" or all(shutil.which(name) for name in PROGRAMS):
        return
    if dev_system.is_root():
        dev_system.install("the key store is tried with a real one", PACKAGES)
    else:
        dev_system.say("The key store is not tried here: install dbus and gnome-keyring.")
