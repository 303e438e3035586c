"""The two kinds of known error, and the word that ends work at once; anything else that is raised is a bug."""

from __future__ import annotations


class NotAllowed(Exception):
    """A rule says no. Its text is a whole sentence for a person and says what to do instead."""


class FileProblem(Exception):
    """The world says no: a file, a disk, a text from outside. Its text is a sentence that says what to do."""


class NotSaved(FileProblem):
    """Saving failed, and nothing of it is in the file: what somebody typed is still with whoever asked for it."""


class PassphraseNeeded(FileProblem):
    """The file is sealed, and no passphrase or key was given."""


class WrongPassphrase(FileProblem):
    """The file does not open with this passphrase; a damaged first page cannot be told from a wrong one."""


class Stopped(Exception):
    """Somebody stopped what was being made: no error, nothing is written, and there is nothing to say."""
