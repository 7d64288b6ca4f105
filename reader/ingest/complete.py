"""What an article does not say of itself, filled in: its outlet, from the registry or a guess; its language."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reader.ingest.language import detect
from reader.ingest.outlets import domain_of
from reader.ingest.traces import guess

if TYPE_CHECKING:
    from reader.ingest.outlets import Outlet, Registry
    from reader.model import RawArticle


class Completer:
    """Fills articles in from a registry of outlets."""

    def __init__(self, registry: Registry) -> None:
        """Keep the outlets to recognise."""
        self._registry = registry

    def complete(self, raw: RawArticle) -> RawArticle:
        """Return the article with outlet, domain and language; an outlet read off the text is marked as a guess.

        The domain goes before what a page calls itself, so that one outlet has one name; a domain that the registry
        does not know stands for its outlet where nothing else does.
        """
        domain = raw.domain or domain_of(raw.url or "")
        outlet = self._known(raw, domain)
        guessed = False
        if outlet is None and not raw.outlet and not domain:
            trace = guess(raw.text, self._registry, title=raw.title, byline=raw.byline)
            outlet, guessed = (trace.outlet, True) if trace else (None, False)
        name = outlet.name if outlet else raw.outlet or domain
        return dataclasses.replace(
            raw,
            outlet=name,
            outlet_guessed=guessed,
            domain=domain or (next(iter(outlet.domains), None) if outlet else None),
            title=_without_site(raw.title, {name, raw.outlet, domain, *(outlet.also if outlet else ())}),
            language=raw.language or detect(raw.text),
        )

    def _known(self, raw: RawArticle, domain: str | None) -> Outlet | None:
        by_name = self._registry.by_name(raw.outlet) if raw.outlet else None
        return by_name or (self._registry.by_domain(domain) if domain else None)


def _without_site(title: str | None, names: set[str | None]) -> str | None:
    """Return a title without the name of its site behind the last bar or dash."""
    if not title:
        return title
    known = {name.casefold().removeprefix("the ") for name in names if name}
    for mark in (" | ", " - ", " – ", " — ", " · ", " » ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and tail.strip().casefold().removeprefix("the ") in known:
            return head.strip()
    return title
