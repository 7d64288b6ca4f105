"""Tests of the exchange formats, read back by what reads them in the field."""
