"""The rules of a live meeting: values in, values out; no file, no clock, no window."""
