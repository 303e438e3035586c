"""What lives on between meetings (organisations, people, plans, rotation) and its pure rules."""
