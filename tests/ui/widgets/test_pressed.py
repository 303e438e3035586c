"""A button that is held down can still be read, whatever the contrast."""

import pytest

from ui import theme
from ui.widgets.buttons import Button


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_words_of_a_pressed_button_stand_out_from_its_ground(qapp, qtbot, mode, contrast):
    theme.apply(qapp, mode=mode, contrast=contrast, text_scale=1)
    button = Button("Next item")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.setDown(True)
    picture = button.grab().toImage()
    tones = {picture.pixelColor(x, picture.height() // 2).lightness() for x in range(8, picture.width() - 8)}
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1)
    assert max(tones) - min(tones) > 90
