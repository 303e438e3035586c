"""The page on which a coalition says how it decides."""
