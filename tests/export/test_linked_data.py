"""Linked data, read by what reads it in the field: a JSON-LD processor and a crawler's extractor."""

import json
from collections.abc import Iterator
from typing import Any

import extruct
from pyld import jsonld

from reader.export.annotations import CONTEXT, web_annotation
from reader.export.claim_review import claim_review
from tests.export.story import report

# The terms of the Web Annotation vocabulary (https://www.w3.org/TR/annotation-vocab/) that our exports use, as the
# recommendation maps them. A key that is not in here vanishes when the document is expanded.
OA, AS, DCTERMS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"
RDF, DC, FOAF = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://xmlns.com/foaf/0.1/",
)
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "TextualBody": f"{OA}TextualBody",
    "SpecificResource": f"{OA}SpecificResource",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "TimeState": f"{OA}TimeState",
    "Person": f"{FOAF}Person",
    "assessing": f"{OA}assessing",
    "commenting": f"{OA}commenting",
    "describing": f"{OA}describing",
    "linking": f"{OA}linking",
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "body": {"@type": "@id", "@id": f"{OA}hasBody"},
    "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"},
    "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    "state": {"@type": "@id", "@id": f"{OA}hasState"},
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": f"{OA}start",
    "end": f"{OA}end",
    "sourceDate": f"{OA}sourceDate",
    "cached": {"@type": "@id", "@id": f"{OA}cachedSource"},
    "value": f"{RDF}value",
    "format": f"{DC}format",
    "created": f"{DCTERMS}created",
    "creator": {"@type": "@id", "@id": f"{DCTERMS}creator"},
    "name": f"{FOAF}name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "first": {"@type": "@id", "@id": f"{AS}first"},
    "last": {"@type": "@id", "@id": f"{AS}last"},
    "items": {"@type": "@id", "@container": "@list", "@id": f"{AS}items"},
}


def _local(url: str, options: object) -> dict[str, Any]:
    """Answer for the W3C's context and for nothing else: no test leaves this machine."""
    del options
    assert url == CONTEXT
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
    }


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key != "@context":
                yield key
            yield from _keys(each)
    elif isinstance(value, list):
        for each in value:
            yield from _keys(each)


def test_no_key_of_the_annotations_vanishes_when_they_are_expanded() -> None:
    written = json.loads(web_annotation(report()))
    expanded = jsonld.expand(written, {"documentLoader": _local})
    said = {key for key in _keys(expanded) if key.startswith("http")}
    meant = {TERMS[key]["@id"] if isinstance(TERMS[key], dict) else TERMS[key] for key in set(_keys(written))}
    assert {name for name in meant if name.startswith("http")} == said
    assert expanded[0]["@type"] == [f"{AS}OrderedCollection"]


def test_a_crawler_finds_the_reviews_in_a_page() -> None:
    script = claim_review(report(publication="https://checks.example/flood"))
    page = f'<html><head><script type="application/ld+json">{script}</script></head><body></body></html>'
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    (review,) = found["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["alternateName"] == "Disputed"
    assert len(review["itemReviewed"]["appearance"]) == 2
