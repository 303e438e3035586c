"""A meeting from opening to closing, run as a facilitator does who cannot see: by names and roles alone.

Runs beside the program on a bus with AT-SPI (`packaging/dev.py check` sees to both). Ends with 0 when the meeting was
closed; otherwise it says what it looked for, and everything that was there instead.
"""

from __future__ import annotations

import sys
from itertools import cycle

from reader import Missing, Now, Reader

WORDS = cycle(("hopeful", "tired", "steady", "curious", "ready", "calm", "glad", "stretched"))
REASON = "As it stands, members without their own office would be left out."
BETTER = "We ask the council for three changes, and help each member that has no office to be heard. Review in May."
# What leads on, in the order in which it is looked for: whatever is shown and can be pressed is pressed.
ONWARDS = (
    "Begin the round",
    "Put it on the table",
    "Ask for consent now",
    "Vote now",
    "Go on",
    "Yes",
    "Adopt.*",
    "The agenda is agreed",
    "Next item",
)
MANY = 150  # steps in which any meeting of ten items is over


def main() -> int:
    """Run the sample's meeting; 0 when it was closed."""
    reader = Reader("Coalmeet")
    try:
        open_meeting(reader)
        run_items(reader)
        reader.press("Close the meeting")
        reader.hear("The minutes are ready, as a draft.")
        reader.press("To the minutes")
        reader.hear("Page 1 of ")
        reader.press("Back")
        reader.hear("Minutes went round")
    except Missing as missing:
        sys.stderr.write(f"after {reader.presses} presses: {missing}\n")
        return 1
    sys.stdout.write(f"run from opening to closing by names and roles alone, in {reader.presses} presses\n")
    return 0


def open_meeting(reader: Reader) -> None:
    """From the first screen to a meeting that can decide."""
    reader.press("Look around first")
    reader.press("Start the meeting")
    reader.press("All delegates are here")
    reader.hear("Enough to decide.")
    reader.press("Begin")


def run_items(reader: Reader) -> None:
    """Item after item, whatever each asks for, until the closing; the first decision meets an objection."""
    objected = False
    for _step in range(MANY):
        now = reader.listen()
        if now.can("Close the meeting"):
            return
        if field := now.find("text", "The word of .*"):
            reader.write(field.name, next(WORDS))
            reader.press("Next person")
        elif now.can("Consent"):
            reader.press("Consent" if objected else "Objection")
            objected = True
        elif now.can(".*: this answers it"):
            integrate(reader)
        else:
            lead_on(reader, now)
        reader.wait_for_change(now)
    raise Missing(f"the end of the meeting is not in sight. There are:\n{reader.listen()}")


def integrate(reader: Reader) -> None:
    """The objection is understood, the text is changed, and everybody is asked again."""
    reader.hear("You alone cannot close it")
    reader.write("Reason, in their words", REASON)
    reader.press("Change the text")
    reader.write("Text of the proposal", BETTER)
    reader.press("Keep this text")
    reader.press("Fix the text and ask all .*")
    reader.hear("Version 2, text fixed")


def lead_on(reader: Reader, now: Now) -> None:
    """Press what leads on from here."""
    name = next((one for one in ONWARDS if now.can(one)), "")
    if not name:
        raise Missing(f"nothing leads on. There are:\n{now}")
    reader.press(name)


if __name__ == "__main__":
    sys.exit(main())
