"""The library on a real temporary folder."""
