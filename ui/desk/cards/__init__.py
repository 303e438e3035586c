"""What can be opened beside the tool: time, people, the agenda, earlier entries; none of them stops anything."""
