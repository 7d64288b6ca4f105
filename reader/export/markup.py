"""The pieces of HTML that pages share. All foreign text goes through ``safe``."""

from __future__ import annotations

from html import escape

from reader.export.page_style import STYLE
from reader.export.report import plain


def safe(text: str) -> str:
    """Return foreign text as HTML that shows it as it is, on one line."""
    return escape(plain(text))


def shell(title: str, body: str) -> str:
    """Return a whole file around a body that is HTML already; a policy in the head forbids scripts."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{safe(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n"
        "</html>\n"
    )


def wide(label: str, head: str, rows: str) -> str:
    """Return a table that scrolls by itself where the screen is narrow, by keyboard too."""
    return (
        f'<div class=wide tabindex=0 role=region aria-label="{label}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def citation(words: str) -> str:
    """Return what evidence cites: a link where it is a web address."""
    if words.startswith(("http://", "https://")):
        return f'<a href="{escape(words)}" rel="noopener noreferrer">{safe(words)}</a>'
    return safe(words)
