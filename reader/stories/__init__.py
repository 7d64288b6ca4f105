"""Pure: articles grouped by the event they are about."""
