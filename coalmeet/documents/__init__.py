"""What is written for people to read: the minutes as PDF and Markdown."""
