"""The window that the call sees: it draws a PublicView and knows nothing else."""
