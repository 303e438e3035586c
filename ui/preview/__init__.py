"""The minutes page by page as the PDF has them: to look at, to search, to print."""
