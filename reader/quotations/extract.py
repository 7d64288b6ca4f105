"""Quotations of one text: stretches in marks and paraphrases, with whose words they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Quotation, QuotationKind, Span
from reader.quotations.attribute import USING, Passage, Place, attribute, passages
from reader.quotations.calibration import confidence
from reader.quotations.cues import CUES
from reader.quotations.foreign import in_marks, is_read
from reader.quotations.indirect import paraphrases
from reader.quotations.outline import MARK, STRETCH, Outline, outline
from reader.quotations.speakers import Speakers
from reader.quotations.unattributed import nobodys

if TYPE_CHECKING:
    from reader.model import Name, Speaker
    from reader.quotations.attribute import Found
    from reader.quotations.frames import Frame


class Said(NamedTuple):
    """What a text quotes, and the names in it, which are found on the way."""

    quotations: list[Quotation]
    names: list[Name]


def extract(text: str) -> list[Quotation]:
    """Return the quotations in ``text``, in order of their spans.

    Those of kind ``unattributed`` (titles, nicknames, scare quotes) have no speaker. Parts of one utterance share a
    ``group`` and its reporting verb; groups count from 1 in the order of their first part. Linear in the length.
    """
    return extract_with_names(text).quotations


def extract_with_names(text: str, language: str = "en") -> Said:
    """Return what ``extract`` returns, with what ``text.names`` would find in the same text.

    Of a text in a language other than English only what stands in marks is returned, without its speakers.
    """
    draft = outline(text)
    return Said(_Reading(draft).quotations() if is_read(language) else in_marks(draft), draft.names)


class _Reading:
    """One pass through an article, paragraph by paragraph."""

    def __init__(self, draft: Outline) -> None:
        """Begin before the first paragraph."""
        self.draft = draft
        self.resolver = Speakers(draft)
        self.speakers: dict[int, Speaker] = {}
        self.groups: dict[int, int] = {}
        self.frames: dict[int, Frame | None] = {}
        self.frame_groups: dict[int, int] = {}
        self.found: list[Quotation] = []

    def quotations(self) -> list[Quotation]:
        """Return what all paragraphs quote."""
        for passage in passages(self.draft):
            for index in range(len(passage.sentences)):
                self._sentence(passage, index)
        return _numbered(sorted(self.found, key=_start))

    def _sentence(self, passage: Passage, index: int) -> None:
        """Read one sentence: its names, its stretches, its paraphrases."""
        sentence, frames = passage.sentences[index], passage.frames[index]
        self.resolver.read(sentence, frames, passage.number)
        used: set[int] = set()
        for at in sentence.quoted:
            place = Place(self.draft, passage, index, at)
            found = attribute(place)
            if nobodys(place, found):
                found = None
            if found is not None:
                passage.found[at] = found
                if found.frame is not None and found.rule in USING:
                    used.add(found.frame.cue)
            self._add(place, found)
        for frame, span in paraphrases(self.draft, sentence, frames, used) if frames else ():
            speaker = self.resolver.speaker(frame.subject, "paraphrase", passage)
            self._append(span, QuotationKind.INDIRECT, speaker, frame, self._new_group())
        self.resolver.end_sentence()

    def _add(self, place: Place, found: Found | None) -> None:
        """Append the quotation of the stretch at ``place``."""
        stretch = self.draft.stretches[self.draft.toks[place.at].ref]
        if found is None:
            self._append(stretch.inner, QuotationKind.UNATTRIBUTED, None, None, self._new_group())
            return
        if found.mention is not None:
            speaker = self.resolver.speaker(found.mention, found.rule, place.passage)
        else:
            speaker = replace(self.speakers[found.same_as], how=found.rule, confidence=confidence(found.rule))
        frame = found.frame if found.same_as < 0 else self.frames[found.same_as]
        self.frames[place.at] = frame
        self.speakers[place.at] = speaker
        self.resolver.said(speaker.name)
        self._append(stretch.inner, _kind(place, found), speaker, frame, self._group(place.at, found))

    def _group(self, at: int, found: Found) -> int:
        """Return the group of the stretch at token ``at``: that of the words it goes on with, or of its frame."""
        if found.same_as >= 0:
            group = self.groups[found.same_as]
        elif found.frame is not None:
            group = self.frame_groups.get(found.frame.cue) or self._new_group()
            self.frame_groups[found.frame.cue] = group
        else:
            group = self._new_group()
        self.groups[at] = group
        return group

    def _new_group(self) -> int:
        """Return a number that no quotation has yet."""
        return len(self.found) + 1

    def _append(
        self, span: Span, kind: QuotationKind, speaker: Speaker | None, frame: Frame | None, group: int
    ) -> None:
        """Append one quotation."""
        toks, text = self.draft.toks, self.draft.text
        cue = Span(toks[frame.cue].start, toks[frame.last].end) if frame else None
        verb = CUES.get(toks[frame.cue].low) if frame else None
        self.found.append(
            Quotation(
                span,
                span.of(text),
                kind,
                speaker,
                cue.of(text) if cue else None,
                cue,
                verb.kind if verb else None,
                group,
            )
        )


def _start(quotation: Quotation) -> tuple[int, int]:
    """Return where ``quotation`` starts and ends."""
    return quotation.span


def _numbered(found: list[Quotation]) -> list[Quotation]:
    """Return ``found`` with groups counted from 1 in the order in which they begin."""
    numbers: dict[int, int] = {}
    return [_with_group(one, numbers.setdefault(one.group, len(numbers) + 1)) for one in found]


def _with_group(one: Quotation, group: int) -> Quotation:
    """Return a quotation with its group; most have it."""
    return one if one.group == group else replace(one, group=group)


def _kind(place: Place, found: Found) -> QuotationKind:
    """Return whether the stretch gives all that is reported (direct) or part of a paraphrase (mixed)."""
    if place.at == place.sentence.first or found.same_as >= 0:
        return QuotationKind.DIRECT
    before = place.draft.toks[place.at - 1]
    if before.sort == STRETCH or (before.sort == MARK and before.low in {",", ":", "—", "–", "-"}):
        return QuotationKind.DIRECT
    frame = found.frame
    inner = place.draft.stretches[place.draft.toks[place.at].ref].inner
    if frame is not None and frame.right == place.at - 1 and place.draft.text[inner.start].isupper():
        return QuotationKind.DIRECT
    return QuotationKind.MIXED
