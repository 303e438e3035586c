"""A system without a language still tells days and understands "Friday"."""

from datetime import date

from coalmeet import text
from coalmeet.meeting.capture import capture
from coalmeet.text import _, ngettext


def test_a_system_without_a_language_speaks_english():
    for code in ("C", "POSIX", ""):
        with text.speaking(code):
            assert text.long_day(date(2026, 5, 14)) == "Thursday 14 May 2026"
            found = capture("action: Book the room by Friday", date(2026, 5, 14))
            assert found is not None


def test_a_name_that_ends_in_a_full_stop_brings_its_own() -> None:
    said = _("{name} facilitates. It is the turn of {organisation}.")
    assert said.format(name="Ana", organisation="Mieterverein e. V.") == (
        "Ana facilitates. It is the turn of Mieterverein e. V."
    )
    assert _("{name}. {name}.").format(name="Who pays?") == "Who pays? Who pays?"
    assert _("{title}.").format(title="Wait…") == "Wait…"
    assert _("{name}.").format(name="Mill Road") == "Mill Road."
    assert (
        ngettext("{count} for {name}.", "{count} for {name}.", 2).format(count=2, name="B. V.")
        == "2 for B. V."
    )


def test_what_is_no_end_of_a_sentence_stays() -> None:
    assert _("{name}.pdf").format(name="e. V.") == "e. V..pdf"
    assert _("“{words}”.").format(words="We stop.") == "“We stop.”."
    assert _("{name}...").format(name="e. V.") == "e. V...."
    assert _("Hours: {count:.1f}.").format(count=1.5) == "Hours: 1.5."
    assert _("{words}.").format(words="{name}.") == "{name}."
