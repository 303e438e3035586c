"""A sheet of 1280×720 on which a stage places its pieces, from the top; each call answers where the next begins."""

from __future__ import annotations

from coalmeet.public import PublicPiece
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Box, Capsule, Changes, Disc, Piece, Place, Rule, Sign, Style, Words
from ui.widgets import draw

LEFT, RIGHT = float(theme.SHARE_SIDE), float(theme.SHARE_WIDTH - theme.SHARE_SIDE)
TOP, BOTTOM = 82.0, 588.0  # of what a stage may fill; above it the headline, below it the ribbon
WIDTH = RIGHT - LEFT

CAPTION = Style(theme.SHARE_CAPTION, tone="ink2")
CAPTION_STRONG = Style(theme.SHARE_CAPTION, theme.STRONG)
CAPTION_ACCENT = Style(theme.SHARE_CAPTION, theme.STRONG, "accent")
SENTENCE = Style(theme.SHARE_SENTENCE, tone="ink2")
TITLE = Style(theme.SHARE_TITLE, theme.BOLD)
TEXT = Style(theme.SHARE_TEXT)
SMALL = Style(theme.SHARE_LEAST, tone="ink2")


class Sheet:
    """Collects the pieces of one picture."""

    def __init__(self) -> None:
        self.pieces: list[Piece | Place] = []

    def add(self, piece: Piece | Place) -> None:
        """Place a piece."""
        self.pieces.append(piece)

    def line(
        self,
        left: float,
        top: float,
        width: float,
        text: str,
        style: Style = CAPTION,
        side: str = "start",
        *,
        ours: bool = False,
    ) -> float:
        """One line, ending in … if it must; answers how wide it is. `ours`: it runs as the window does."""
        if not text:
            return 0.0
        shown = setting.wrap(text, style, width, 1)
        wide = min(width, setting.width_of(shown[0], style))
        shift = {"start": 0.0, "middle": (width - wide) / 2, "end": width - wide}[side]
        self.add(Words((left + shift, top, wide, style.leading), shown, style, text, ours=ours))
        return wide

    def words(
        self,
        left: float,
        top: float,
        width: float,
        text: str,
        style: Style = CAPTION,
        most: int = 0,
        side: str = "start",
        *,
        ours: bool = False,
    ) -> float:
        """As many lines as it takes, or `most`; answers where the next thing may begin. `ours`: it runs as the window
        does.
        """
        if not text:
            return top
        shown = setting.wrap(text, style, width, most)
        height = len(shown) * style.leading
        self.add(Words((left, top, width, height), shown, style, text, side, ours))
        return top + height

    def fitted(self, area: Area, text: str, style: Style = TEXT, least: float = theme.SHARE_LEAST) -> float:
        """A text as large as it fits into an area; answers where the next thing may begin."""
        left, top, width, height = area
        if not text:
            return top
        chosen, room = setting.fitted(text, style, width, height, least)
        return self.words(left, top, width, text, chosen, room)

    def changes(self, area: Area, runs: tuple[PublicPiece, ...], style: Style = TEXT) -> float:
        """A text with its changes, as large as it fits into an area; answers where the next thing may begin."""
        left, top, width, height = area
        chosen, tall = setting.fitted_changes(runs, style, width, height, theme.SHARE_LEAST)
        whole = "".join(run.text for run in runs if run.kind != "removed")
        self.add(Changes((left, top, width, tall), runs, chosen, whole))
        return top + tall

    def capsule(self, left: float, top: float, icon: str, text: str, style: Style, **look: str) -> float:
        """A word in a capsule, in the look of a label or a tone; answers how wide it is."""
        before, after = draw.chip_padding(style.size, icon)
        wide = setting.width_of(text, style) + before + after
        self.add(Capsule((left, top, wide, round(style.size * 2)), icon, text, style, **look))
        return wide

    def disc(self, left: float, top: float, side: float, letters: str, state: str) -> None:
        """A face."""
        self.add(Disc((left, top, side, side), letters, state))

    def sign(self, left: float, top: float, side: float, icon: str, tone: str = "ink2") -> None:
        """An icon."""
        self.add(Sign((left, top, side, side), icon, tone))

    def box(self, area: Area, ground: str = "surface", border: str = "line") -> None:
        """A card to place things on."""
        self.add(Box(area, ground, border))

    def rule(self, left: float, top: float, width: float, tone: str = "line", thick: float = 1) -> None:
        """A line from side to side."""
        self.add(Rule((left, top, width, thick), tone))
