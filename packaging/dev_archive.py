"""The judge of archival PDFs: veraPDF, inside a package of the lock, needs a Java compiler and JAXB of the system."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import dev_system

# Debian's and Ubuntu's names; elsewhere JAXB is no package, and what needs the judge is skipped with a word.
PACKAGES: Mapping[str, str] = {"apt-get": "default-jdk-headless libjaxb-java"}
_FOLDER = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-api",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)


def ensure_java() -> None:
    """Install what the judge needs, as root where packages come from Debian; otherwise say what is skipped."""
    if lacking():
        if sys.platform == "linux" and shutil.which("apt-get") and dev_system.is_root():
            dev_system.install("PDF/A and PDF/UA are judged by a program in Java", PACKAGES)
        else:
            wanted = PACKAGES["apt-get"]
            dev_system.say(f"PDF/A and PDF/UA are not judged here: install {wanted} (names of Debian).")


def lacking() -> list[str]:
    """What is missing: programs and archives of classes."""
    programs = [name for name in ("java", "javac") if not shutil.which(name)]
    return programs + [str(path) for path in jaxb() if not path.exists()]


def jaxb() -> list[Path]:
    """Where the archives of classes stand."""
    return [_FOLDER / f"{name}.jar" for name in JAXB]
