"""What any program could use; nothing here knows what news is."""
