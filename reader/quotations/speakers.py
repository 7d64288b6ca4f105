"""Who a mention is: names to their fullest form, pronouns to people, roles to whoever bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import NameKind, Span, Speaker, SpeakerKind
from reader.quotations.calibration import confidence
from reader.quotations.cues import ADVERBS, CUES
from reader.quotations.discourse import Discourse
from reader.quotations.grammar import NO_NOUN_PHRASE, POSSESSOR
from reader.quotations.outline import NAME, WORD
from reader.quotations.roles import Roles
from reader.quotations.walk import Form

if TYPE_CHECKING:
    from reader.quotations.attribute import Passage
    from reader.quotations.frames import Frame
    from reader.quotations.outline import Outline, Sentence
    from reader.quotations.walk import Mention

_SINGULAR = {"he": "he", "she": "she", "his": "he", "her": "she"}
_AUTHORS = frozenset({"i", "we"})
_INDEFINITE = frozenset(
    {
        *(
            "a",
            "an",
            "some",
            "one",
            "two",
            "three",
            "four",
            "five",
            "several",
            "many",
            "most",
            "few",
            "other",
            "another",
        ),
        *("any", "no", "all", "both", "every"),
    }
)
_LONGEST_COMPLEMENT = 6


class Speakers:
    """Resolves mentions sentence by sentence; what it has read so far is its memory."""

    def __init__(self, draft: Outline) -> None:
        """Begin before the first sentence."""
        self.draft = draft
        self.discourse = Discourse(draft)
        self.roles = Roles(draft)
        self.pronouns: dict[int, tuple[str, SpeakerKind]] = {}
        self.count = 0

    def read(self, sentence: Sentence, frames: list[Frame], paragraph: int) -> None:
        """Take in the names and pronouns of one sentence, in order."""
        toks = self.draft.toks
        subjects = [frame.subject.at for frame in frames] if frames else ()
        speaking = [frame.subject.at for frame in frames if frame.speech] if frames else ()
        pronouns = [frame.subject.at for frame in frames if frame.subject.form is Form.PRONOUN] if frames else ()
        first = True
        for at in sorted({*sentence.named, *pronouns}) if pronouns else sentence.named:
            if toks[at].sort is not NAME:
                self._pronoun(at, paragraph)
                continue
            self.discourse.note(
                toks[at].ref,
                sentence=self.count,
                paragraph=paragraph,
                subject=first or at in subjects,
                speaks=at in speaking,
            )
            name = self.draft.names[toks[at].ref]
            if name.kind is NameKind.PERSON or name.kind is NameKind.OTHER:
                self.roles.note(at, sentence.first, sentence.last, name.canonical)
            first = False
        for frame in frames:
            if frame.speech:
                name_said = self._known(frame.subject)
                if name_said:
                    self.discourse.said(name_said, self.count)
                break

    def end_sentence(self) -> None:
        """Go on to the next sentence."""
        self.count += 1

    def said(self, name: str) -> None:
        """Remember that the bearer of ``name`` is quoted in this sentence."""
        self.discourse.said(name, self.count)

    def speaker(self, mention: Mention, rule: str, passage: Passage) -> Speaker:
        """Return who ``mention`` is; ``rule`` is the name of the rule that chose it."""
        toks = self.draft.toks
        tok = toks[mention.at]
        if mention.form is Form.NAME:
            name = self.draft.names[tok.ref]
            kind = SpeakerKind.BODY if name.kind in {NameKind.BODY, NameKind.PLACE} else SpeakerKind.PERSON
            how = f"{rule}: {mention.how}"
            return Speaker(name.text, name.canonical, name.span, kind, how, confidence(how))
        if mention.form is Form.PRONOUN:
            if mention.at not in self.pronouns:
                self._pronoun(mention.at, passage.number)
            resolved, kind = self.pronouns[mention.at]
            how = f"{rule}: pronoun"
            span = Span(tok.start, tok.end)
            return Speaker(span.of(self.draft.text), resolved, span, kind, how, confidence(how))
        return self._noun(mention, rule)

    def _noun(self, mention: Mention, rule: str) -> Speaker:
        """Return who a noun phrase is: the bearer of a role, a role as it is written, or somebody unnamed."""
        toks = self.draft.toks
        span = Span(toks[mention.first].start, toks[self._complement(mention.last)].end)
        words = span.of(self.draft.text)
        bearer = self.roles.find(mention.first, mention.last)
        if bearer is not None:
            how = f"{rule}: role"
            return Speaker(words, bearer, span, SpeakerKind.ROLE, how, confidence(how))
        first = toks[mention.first]
        bare = mention.first == mention.last and first.sort == WORD
        unnamed = bare or first.low in _INDEFINITE
        kind = SpeakerKind.UNNAMED if unnamed else SpeakerKind.ROLE
        how = f"{rule}: noun"
        return Speaker(words, words, span, kind, how, confidence(how))

    def _complement(self, last: int) -> int:
        """Return the last token of a noun phrase with its "for Ann Lee" or "of the harbour"."""
        toks = self.draft.toks
        if last + 2 >= len(toks) or toks[last + 1].low not in {"for", "of", "to"}:
            return last
        at = last + 2
        while at < min(len(toks), last + 2 + _LONGEST_COMPLEMENT):
            tok = toks[at]
            owns = at + 1 < len(toks) and toks[at + 1].low in POSSESSOR
            if tok.sort == NAME and not owns:
                return at
            if tok.sort == NAME:
                at += 2
                continue
            if tok.sort != WORD or tok.low in NO_NOUN_PHRASE or tok.low in CUES or tok.low in ADVERBS:
                break
            at += 1
        return at - 1 if at - 1 > last + 1 else last

    def _known(self, mention: Mention) -> str:
        """Return the name that ``mention`` has been resolved to, or ""."""
        if mention.form is Form.NAME:
            return self.draft.names[self.draft.toks[mention.at].ref].canonical
        if mention.form is Form.PRONOUN:
            return self.pronouns[mention.at][0]
        return self.roles.find(mention.first, mention.last) or ""

    def _pronoun(self, at: int, paragraph: int) -> None:
        """Resolve the pronoun at token ``at`` with the memory as it stands now."""
        low = self.draft.toks[at].low
        if low in _AUTHORS:
            self.pronouns[at] = ("the author", SpeakerKind.AUTHOR)
            return
        person = None
        if low in _SINGULAR:
            person = self.discourse.resolve(_SINGULAR[low], sentence=self.count, paragraph=paragraph)
        if person is None:
            self.pronouns[at] = (low, SpeakerKind.PRONOUN)
            return
        person.sentence = person.subject = self.count
        person.paragraph = paragraph
        self.pronouns[at] = (person.name, SpeakerKind.PRONOUN)
