"""The facade that the command line and the desk call."""
