"""The installed command in a real pseudo-terminal, read through a terminal emulator."""
