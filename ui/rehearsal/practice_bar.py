"""The strip under the desk in a rehearsal: what just happened, the next thing, play and pause, and how fast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel

from coalmeet.text import _
from ui import theme
from ui.rehearsal.beat import Beat
from ui.rehearsal.player import Player
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine
from ui.widgets.layouts import row

SPEEDS = (1, 5, 20, 60)  # times as fast as a meeting would go
FIRST_SPEED = 20
SIDE_BY_SIDE = 1100  # design pixels from which the controls stand beside the sentence, not below it


class PracticeBar(QFrame):
    """Lets a facilitator watch the example, step through it, or stop it and go on by themselves."""

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self.mark = QLabel(_("Rehearsal"))
        self.mark.setFont(theme.font(14, 600))
        self.words = OneLine(
            _("This is a copy: nothing here reaches your coalition. Go on yourself, or watch.")
        )
        self.step_button = Button(_("Show the next step"))
        self.step_button.clicked.connect(self._step)
        self.play_button = Button(_("Pause the example"))
        self.play_button.setMinimumWidth(self.play_button.sizeHint().width())  # so that nothing moves
        self.play_button.setText(_("Play"))
        self.play_button.clicked.connect(self._play_or_pause)
        self.speed = Choice()
        self.speed.setAccessibleName(_("How fast the rehearsal plays"))
        for number in SPEEDS:
            self.speed.addItem(_("{number} times as fast").format(number=number), number)
        self.speed.setCurrentIndex(SPEEDS.index(FIRST_SPEED))
        self.speed.currentIndexChanged.connect(self._change_speed)
        self._lay_out()
        player.played.connect(self._show_beat)
        player.finished.connect(self._finished)

    def _lay_out(self) -> None:
        controls = FlowLayout(gap=12)
        for control in (self.speed, self.step_button, self.play_button):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            controls.addWidget(control)
        self._line = row((row(self.mark, 16, (self.words, 1)), 1), controls, gap=8, margins=(24, 8, 24, 8))
        self.setLayout(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if self.width() >= theme.px(SIDE_BY_SIDE) else down)

    def _show_beat(self, beat: Beat) -> None:
        self.words.setText(beat.words)

    def _step(self) -> None:
        playing = self._player.playing
        if not self._player.step():
            self._finished()
        elif playing:
            self._player.play(float(self.speed.currentData()))

    def _play_or_pause(self) -> None:
        if self._player.playing:
            self._player.pause()
        else:
            self._player.play(float(self.speed.currentData()))
        self.play_button.setText(_("Pause the example") if self._player.playing else _("Play"))

    def _change_speed(self) -> None:
        if self._player.playing:
            self._player.play(float(self.speed.currentData()))

    def _finished(self) -> None:
        self._player.pause()
        self.play_button.setText(_("Play"))
        self.words.setText(_("The rehearsal is over. Close this window to come back."))
