"""Small parts that several pages share. They know the theme and the words, and nothing of meetings or files.

- `layouts`: row(...), column(...), widget(layout), hairline(), empty(layout); ints are room, None is stretch
- `labels`: OneLine (ends in …), Wrapped (claims its height, `most` lines), Icon; set_tone, set_weight
- `buttons`: Button(text, kind, icon=, key=, spoken=); kinds primary, plain, ghost, tint, ink
- `card`: Card(layout, ground): card, ink_card, tint, row, tint_row, surface, paper
- `chip`: LabelChip(label), Pill(word, icon, tone), label_word(label)
- `face`: Face(initials, state, diameter, spoken), initials(name)
- `timebar`: TimeBar
- `empty`: EmptyState(icon, title, sentence, *buttons); `refusal`: RefusalLine().say(sentence)
- `rows`: RowList, a quick list of two-line rows; `fields`: Field, Choice, Tick, Minutes, Search
- `spoken`: Painted (a widget that paints itself and says what it shows), announce(widget, text)
- `draw`, `lines`: painting and line breaking, for widgets that paint themselves
"""
