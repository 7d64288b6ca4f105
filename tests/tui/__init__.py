"""The desk, driven by Pilot on a library whose readings are built by hand."""
