"""Addresses of pages: telling them from paths, and their canonical form, by which a page is the same page again."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_ADDRESS = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://")
# Parameters that say where a reader came from, never which page it is.
_TRACKING = frozenset(
    """fbclid gclid dclid gbraid wbraid msclkid yclid igshid mc_cid mc_eid cmpid ocid ito ns_mchannel ns_source
    ns_campaign ns_linkname smid smtyp partner ref_src ref_url referer referrer xtor sref s_cid taid spm share
    ftcamp guccounter guce_referrer guce_referrer_sig __twitter_impression _ga""".split()
)
_TRACKING_BEGINS = ("utm_", "at_", "pk_", "hsa_", "mkt_")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def is_address(words: str) -> bool:
    """Tell whether an input is an address (of any scheme) and not a path."""
    return bool(_ADDRESS.match(words))


def canonical_url(url: str, base: str | None = None) -> str | None:
    """Return the address under which a page is known, or None if ``url`` is no address of a web page.

    Lower-case scheme and host, https on public hosts, no default port, user name, fragment, tracking parameter or
    closing slash; ``base`` is the page that a relative ``url`` stood on.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        return None
    if port is None or port == _DEFAULT_PORTS[scheme]:
        netloc = f"[{host}]" if ":" in host else host
        if not _is_number(host) and "." in host:
            scheme = "https"
    else:
        netloc = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if key.lower() not in _TRACKING and not key.lower().startswith(_TRACKING_BEGINS)
    ]
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((scheme, netloc, path or "/", urlencode(query), ""))


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
