"""Handing over to the next facilitator: one file, with the agenda of the next meeting drafted in it."""
