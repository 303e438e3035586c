"""A session bus and a GNOME keyring that belong to one test: nobody's own keyring is ever touched."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

LINES_LEFT_OPEN = "ignore:unclosed <socket:ResourceWarning"  # for the tests that use it, see _let_lines_go
NEEDED = ("dbus-daemon", "gnome-keyring-daemon")

# Nothing can be started over it but what the test starts, so that a computer without a key store can be had, too.
_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={place}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass
class OwnBus:
    """The bus, and the keyring on it once it was started."""

    folder: Path
    keyring: subprocess.Popen[bytes] | None = None

    def start_keyring(self) -> None:
        """A keyring daemon with an open key store; it is there when this returns."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus="SESSION") as bus:
            came = MatchRule(
                type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged",
                path="/org/freedesktop/DBus",
            )  # fmt: skip
            came.add_arg_condition(0, "org.freedesktop.secrets")
            bus.send_and_get_reply(message_bus.AddMatch(came))
            with bus.filter(came) as signals:
                command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
                self.keyring = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
                assert self.keyring.stdin is not None
                self.keyring.stdin.write(b"the password of the account")
                self.keyring.stdin.close()
                bus.recv_until_filtered(signals, timeout=20)

    def lock(self) -> None:
        """Lock the key store, as leaving the desk does; nobody is there to type its password."""
        import secretstorage

        bus = secretstorage.dbus_init()
        secretstorage.get_default_collection(bus).lock()
        bus.close()

    def hang(self) -> None:
        """The daemon takes calls and answers none."""
        assert self.keyring is not None
        self.keyring.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """The daemon goes on where it stood still."""
        assert self.keyring is not None
        self.keyring.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End the daemon, hung or not."""
        if self.keyring is not None:
            self.keyring.kill()
            self.keyring.wait()


@contextmanager
def own_bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnBus]:
    """A bus in an empty home; what is run inside finds it as its own. Skips where it cannot be had."""
    if not all(shutil.which(one) for one in NEEDED) and os.environ.get("COALMEET_JUDGED") != "always":
        pytest.skip("needs dbus-daemon and gnome-keyring-daemon")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    place = runtime / "bus"
    (folder / "bus.conf").write_text(_CONFIGURATION.format(place=place))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "PYTHON_KEYRING_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    bus = OwnBus(folder)
    try:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield bus
    finally:
        bus.stop()
        daemon.kill()
        daemon.wait()
        if daemon.stdout is not None:
            daemon.stdout.close()
        _let_lines_go()


def _let_lines_go() -> None:
    """The library leaves its line to the bus open when the store was locked or hung: it goes here, in no later test."""
    for one in threading.enumerate():
        if one.name == "key store":
            one.join(10)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
