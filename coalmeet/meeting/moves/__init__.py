"""What a facilitator may do: each move answers with events or refuses with a sentence."""
