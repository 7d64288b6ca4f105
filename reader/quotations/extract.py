"""Quotations of one text: stretches in marks and paraphrases, with whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Quotation, QuotationKind, Span, Speaker, SpeakerKind
from reader.quotations.attribute import Found, Passage, Place, attribute, passages
from reader.quotations.cues import CUES
from reader.quotations.discourse import Discourse
from reader.quotations.outline import Outline, Sort, outline
from reader.quotations.unattributed import nobodys
from reader.quotations.walk import Form, Mention

if TYPE_CHECKING:
    from reader.quotations.frames import Frame


def extract(text: str) -> list[Quotation]:
    """Return the quotations in ``text``, in order."""
    return _Reading(outline(text)).quotations()


class _Reading:
    """One pass through an article, paragraph by paragraph, with the memory that pronouns need."""

    def __init__(self, draft: Outline) -> None:
        """Begin before the first paragraph."""
        self.draft = draft
        self.discourse = Discourse(draft)
        self.speakers: dict[int, Speaker] = {}
        self.resolved: dict[int, Speaker] = {}
        self.found: list[Quotation] = []
        self.count = 0

    def quotations(self) -> list[Quotation]:
        """Return what all paragraphs quote."""
        for passage in passages(self.draft):
            self._passage(passage)
        return self.found

    def _passage(self, passage: Passage) -> None:
        """Read one paragraph."""
        draft = self.draft
        for index, sentence in enumerate(passage.sentences):
            subjects = {frame.subject.at for frame in passage.frames[index]}
            speakers = {frame.subject.at for frame in passage.frames[index] if frame.speech}
            pending = sorted(
                {*sentence.named, *(f.subject.at for f in passage.frames[index] if f.subject.form is Form.PRONOUN)}
            )
            first = True
            for at in pending:
                tok = draft.toks[at]
                if tok.sort == Sort.NAME:
                    self.discourse.note(
                        tok.ref,
                        at=at,
                        sentence=self.count,
                        paragraph=passage.number,
                        subject=first or at in subjects,
                        speaks=at in speakers,
                    )
                    first = False
                else:
                    self._pronoun(at, passage)
            for frame in passage.frames[index]:
                if frame.speech:
                    name = self._known(frame.subject)
                    if name:
                        self.discourse.said(name, self.count)
                    break
            for at in sentence.quoted:
                place = Place(draft, passage, index, at)
                found = attribute(place)
                if nobodys(place, found):
                    found = None
                if found is not None:
                    passage.found[at] = found
                self._add(at, found, passage)
            self.count += 1

    def _known(self, mention: Mention) -> str:
        """Return the name that ``mention`` has been resolved to, or ""."""
        if mention.form is Form.NAME:
            return self.draft.names[self.draft.toks[mention.at].ref].canonical
        if mention.at in self.resolved:
            return self.resolved[mention.at].name
        return ""

    def _pronoun(self, at: int, passage: Passage) -> None:
        """Resolve the pronoun at token ``at`` now, with the memory as it stands there."""
        tok = self.draft.toks[at]
        person = None
        if tok.low in {"he", "she"}:
            person = self.discourse.resolve(tok.low, sentence=self.count, paragraph=passage.number)
        name = person.name if person else tok.low
        if person:
            person.sentence = self.count
            person.paragraph = passage.number
            person.subject = self.count
        kind = SpeakerKind.AUTHOR if tok.low in {"i", "we"} else SpeakerKind.PRONOUN
        self.resolved[at] = Speaker(self.draft.text[tok.start : tok.end], name, Span(tok.start, tok.end), kind)

    def _add(self, at: int, found: Found | None, passage: Passage) -> None:
        """Append the quotation of the stretch at token ``at``."""
        draft = self.draft
        stretch = draft.stretches[draft.toks[at].ref]
        speaker: Speaker | None = None
        frame: Frame | None = None
        if found is not None and found.same_as >= 0:
            speaker = self.speakers.get(found.same_as)
        elif found is not None and found.mention is not None:
            speaker = self._speaker(found.mention, found.rule, passage)
            frame = found.frame
        if speaker is not None:
            self.speakers[at] = speaker
            self.discourse.said(speaker.name, self.count)
        cue = Span(draft.toks[frame.cue].start, draft.toks[frame.last].end) if frame else None
        verb = CUES.get(draft.toks[frame.cue].low) if frame else None
        self.found.append(
            Quotation(
                stretch.inner,
                stretch.inner.of(draft.text),
                QuotationKind.DIRECT if speaker else QuotationKind.UNATTRIBUTED,
                speaker,
                cue.of(draft.text) if cue else None,
                cue,
                verb.kind if verb else None,
            )
        )

    def _speaker(self, mention: Mention, rule: str, passage: Passage) -> Speaker:
        """Return who ``mention`` is."""
        draft = self.draft
        toks = draft.toks
        tok = toks[mention.at]
        how = f"{rule}: {mention.how}"
        if mention.form is Form.NAME:
            name = draft.names[tok.ref]
            return Speaker(name.text, name.canonical, name.span, SpeakerKind.PERSON, how, 0.9)
        if mention.form is Form.PRONOUN:
            if mention.at not in self.resolved:
                self._pronoun(mention.at, passage)
            known = self.resolved[mention.at]
            return Speaker(known.mention, known.name, known.span, known.kind, f"{rule}: pronoun", 0.7)
        span = Span(toks[mention.first].start, toks[mention.last].end)
        return Speaker(span.of(draft.text), span.of(draft.text), span, SpeakerKind.ROLE, how, 0.8)
