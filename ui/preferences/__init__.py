"""What this computer prefers, and what the file says about its coalition."""
