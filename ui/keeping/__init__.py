"""The page "The file": where it lies, its backups, whether it is sound, and whatever else keeps it safe."""
