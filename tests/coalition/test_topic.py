"""The history of a topic across meetings, in one line."""

from datetime import date

from coalmeet.coalition.topic import Earlier, history, history_words, offered, topic_of

TODAY = date(2026, 5, 14)
MARCH, APRIL = date(2026, 3, 3), date(2026, 4, 2)


def test_a_topic_tells_when_it_was_taken_up_and_what_it_came_to():
    times = (
        Earlier("fund", "Strike fund", APRIL, "decision", "parked"),
        Earlier("fund", "A strike fund?", MARCH, "discussion", "noted"),
        Earlier("rent", "Rents", MARCH, "update", "noted"),
    )
    assert history_words(history(times, "fund", TODAY), TODAY) == (
        "Earlier: Tue 3 Mar discussed, Thu 2 Apr parked."
    )
    assert history_words(history(times, "new", TODAY), TODAY) == ""


def test_the_meeting_itself_is_no_history():
    times = (Earlier("fund", "Strike fund", TODAY, "decision", "agreed"),)
    assert history(times, "fund", TODAY) == ()


def test_a_topic_that_comes_back_and_back_is_told_short():
    times = tuple(Earlier("t", "T", date(2025, month, 1), "update", "noted") for month in range(1, 13))
    words = history_words(history(times, "t", TODAY), TODAY)
    assert words.endswith("Mon 1 Dec told, and 9 times before, since 1 January 2025.")


def test_an_item_from_elsewhere_is_known_by_its_title():
    assert topic_of("", "", " Strike  Fund ") == topic_of("", "", "strike fund")
    assert topic_of("t1", "i1", "x") == "t1"
    assert topic_of("", "i1", "x") == "i1"


def test_what_shares_words_with_the_title_is_offered_first_then_the_latest():
    times = (
        Earlier("a", "Press officer", MARCH),
        Earlier("b", "Rents in the north", MARCH),
        Earlier("c", "News", APRIL),
        Earlier("b", "Rents again", date(2026, 4, 30)),
        Earlier("later", "Rents", date(2026, 6, 1)),
    )
    assert [one.topic for one in offered(times, "What of the rents?", TODAY)] == ["b", "c", "a"]
    assert offered(times, "What of the rents?", TODAY)[0].title == "Rents again"
