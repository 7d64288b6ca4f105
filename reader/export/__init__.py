"""Pure: model objects in, text of an exchange format out."""
