"""Members, plans, decisions and work of a coalition: frozen values and pure rules."""
