"""Tests of the pure parts, by case files and properties."""
