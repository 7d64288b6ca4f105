"""A page as outlets publish them, to be read back."""

from __future__ import annotations

BODY = (
    "The council of Norvale voted on Tuesday to shut the ferry pier for a year after divers found cracks in it.",
    "Passengers will be taken by bus to Easthaven, said the harbour master, Ruth Caldon, who had asked for this.",
    "“We could not wait for another winter,” Caldon told reporters on the quay, where some forty people had gathered.",
    "The repair is to cost nine million crowns, a third more than the town had set aside for its harbour this spring.",
)


def page(
    *, head: str = "", body: tuple[str, ...] = BODY, title: str = "Norvale shuts ferry pier | The Norvale Bee"
) -> str:
    """Return a page with a menu, a body and a footer."""
    paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in body)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main><article><h1>Norvale shuts ferry pier</h1>{paragraphs}</article></main>
<footer><p>Contact us. Terms. Privacy.</p></footer></body></html>"""


def rss(*entries: str, title: str = "The Norvale Bee") -> bytes:
    """Return a feed of these items."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://norvalebee.example/</link>{''.join(entries)}</channel></rss>"
    ).encode()


def item(title: str, *, link: str = "", text: str = "", date: str = "Tue, 05 Mar 2024 10:00:00 GMT") -> str:
    """Return one item of a feed; its text is escaped HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>"
        f"<description>{escaped}</description></item>"
    )
