"""The commands that need no window, a file each; coalmeet.cli says which there are."""
