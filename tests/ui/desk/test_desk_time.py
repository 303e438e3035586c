"""The clock at the desk: one place, one truth; more time names who pays; a gap is told and never counted by itself."""

from PySide6.QtCore import QEvent, QObject

from coalmeet.meeting.moves import flow, people

MINUTE = 60_000


def test_the_clock_goes_below_zero_and_changes_word_and_shape(robot):
    robot.goes_to("press")
    robot.waits(19.5)
    assert robot.desk.parts.clock.face.pill.accessibleName() == "Last minute"
    robot.waits(2.75)
    said = robot.desk.parts.clock.reading()
    assert (said.digits, said.state) == ("+2:15", "over")
    assert robot.desk.parts.clock.face.pill.accessibleName() == "Time is up"
    assert robot.button("Ask for 5")
    assert robot.button("Park it")


def test_desk_and_call_show_the_same_second(robot):
    robot.goes_to("press")
    for step in (0.31, 5.52, 11.0, 7.7):
        robot.waits(step)
        assert robot.desk.parts.clock.reading().digits == robot.live.view.clock.digits


def test_grace_is_given_twice_and_then_the_group_is_asked(robot):
    robot.goes_to("press")
    robot.presses("+")
    robot.presses("+")
    assert robot.current.minutes == 22
    robot.presses("+")
    assert robot.refusal() == "Two grace minutes at most. Ask the group for more, and say who pays for it."


def test_more_time_names_who_pays_and_when_it_ends(robot):
    robot.goes_to("press")
    robot.waits(15)
    robot.presses("E")
    assert robot.sees("Spring rent-freeze campaign gives 5 minutes")
    assert robot.sees("25 min become 20.")
    assert "“Spring rent-freeze campaign” gives them" in robot.desk.parts.say.text()
    robot.presses("Enter")
    assert (robot.current.minutes, robot.meeting.item("freeze").minutes) == (25, 20)
    assert robot.desk.parts.beside.name == ""


def test_more_time_from_the_end_says_who_will_have_left(robot):
    robot.goes_to("press")
    robot.live.do(people.announce_departure, "p6d", robot.clock.wall + 40 * MINUTE)
    robot.presses("E")
    option = next(one for one in robot.desk.parts.beside.card.ways if one.payer == "end")
    assert option.warning == "Jun Nakamura leaves before; 7 of 8 organisations stay."


def test_the_round_goes_on_while_time_is_asked_for(robot):
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    robot.presses("E")
    robot.presses("N")
    assert len(robot.meeting.round.heard) == 1
    assert robot.desk.parts.beside.name == "extension"


def test_an_item_that_began_earlier_is_put_right_without_undoing_what_followed(robot):
    robot.waits(10)  # people talk before anything begins
    robot.goes_to("press")
    robot.clock.wall += 3 * MINUTE
    robot.presses("R")
    robot.presses("Enter")
    robot.presses("T")
    robot.clicks("2 min")
    assert robot.desk.parts.clock.reading().digits == "15:00"
    assert robot.meeting.round is not None
    assert robot.meeting.mendings


def test_a_pause_stops_the_clock_and_nothing_else(robot):
    robot.goes_to("press")
    robot.waits(2)
    robot.presses("Space")
    robot.waits(5)
    assert robot.desk.parts.clock.reading().digits == "18:00"
    assert robot.desk.parts.clock.face.pill.accessibleName() == "Paused"
    robot.presses("Space")
    robot.waits(1)
    assert robot.desk.parts.clock.reading().digits == "17:00"


def test_a_laptop_that_slept_is_told_and_counted_only_if_somebody_says_so(robot):
    robot.goes_to("press")
    robot.waits(2)
    robot.clock.wall += 17 * MINUTE
    robot.live.tick()
    robot.settles()
    said = "This laptop slept from 14:02 to 14:19, 17 minutes. The meeting went on."
    assert said in robot.desk.parts.alerts.words()
    assert robot.desk.parts.clock.reading().digits == "1:00"
    robot.clicks("Count it as a pause")
    assert robot.desk.parts.clock.reading().digits == "18:00"
    assert not robot.desk.parts.alerts.words()


def test_between_items_a_quiet_count_up_shows_the_forgotten_start(robot):
    robot.goes_to("press")
    robot.live.do(flow.end_item)
    robot.waits(1.5)
    assert robot.tool == "between"
    assert robot.desk.parts.clock.reading().digits == "1:30"
    assert robot.live.view.clock is None, "the call does not see it"


def test_fifteen_minutes_before_the_end_the_desk_asks_about_what_is_open(robot):
    robot.goes_to("press")
    robot.waits(76)
    assert any("14 minutes left. Still open: " in words for words in robot.desk.parts.alerts.words())
    robot.clicks("To the closing")
    assert robot.tool == "closing"


def test_a_break_names_the_time_to_go_on(robot):
    robot.goes_to("press")
    robot.presses("Shift+B")
    assert robot.tool == "break"
    assert robot.sees("14:10")
    robot.waits(9)
    robot.presses("Enter")
    assert robot.tool == "item"
    assert robot.desk.parts.clock.reading().digits == "20:00"


def test_the_line_of_now_moves_down_the_afternoon_and_the_end_stands(robot):
    robot.goes_to("press")
    ruler = robot.desk.parts.afternoon
    before = ruler.place_of(robot.clock.wall)
    robot.waits(10)
    assert ruler.place_of(robot.clock.wall) > before
    assert "ends" in ruler.accessibleName()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_tick_paints_the_clock_and_leaves_the_rest_alone(robot):
    robot.goes_to("press")
    robot.waits(1)
    parts = robot.desk.parts
    digits, still = (
        Paints(parts.clock.face.digits),
        [Paints(one) for one in (parts.tools.tool, parts.heading, parts.feed)],
    )
    robot.waits(1 / 60)
    assert digits.count
    assert [one.count for one in still] == [0, 0, 0]


def test_a_clock_that_was_set_back_is_told_and_can_be_taken_off(robot):
    robot.goes_to("press")
    before = robot.meeting.current.minutes
    robot.live.slept.emit(robot.live.now(), robot.live.now() - 5 * 60_000)
    button = robot.button("Take it off this item’s time")
    button.click()
    assert robot.meeting.current.minutes == before - 5


def test_a_break_is_made_longer_with_the_keys_of_the_clock(robot):
    robot.goes_to("press")
    robot.presses("Shift+B")
    first = robot.meeting.rest_return
    robot.presses("+")
    assert robot.meeting.rest_return == first + 5 * MINUTE
    robot.clicks("5 min less")
    assert robot.meeting.rest_return == first
    robot.presses("Enter")
    assert robot.current.id == "press" and not robot.meeting.on_break


def test_another_day_all_who_were_there_are_back_in_one_input(robot):
    robot.goes_to("press")
    robot.live.do(people.depart, "p7d")
    robot.waits(1)
    robot.live.do(flow.adjourn, "2026-11-27")
    robot.waits(24 * 60)
    assert not robot.sees("Back:")
    robot.presses("9")
    assert len(robot.meeting.present_members) == 7, "who had left before the end is not noted as back"
    assert robot.sees("Back: 7 of 8 organisations")
    robot.presses("Enter")
    assert not robot.meeting.is_adjourned


def test_ahead_of_its_time_the_meeting_has_the_minutes_itself(robot):
    robot.goes_to("press")
    robot.live.do(flow.settle_item, "budget", "postponed")
    robot.presses("E")
    card = robot.desk.parts.beside.card
    assert card.ways[0].payer == "end"
    assert card.ways[0].detail == "15:25 instead of 15:20, not after 15:30 as agreed."
    for _more in range(6):
        robot.presses("+")
    assert card.ways[0].payer != "end", "beyond the agreed end somebody else is asked first"
