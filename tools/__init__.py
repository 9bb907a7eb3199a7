"""What the project's own files were made with; nothing here runs when a site is built."""
