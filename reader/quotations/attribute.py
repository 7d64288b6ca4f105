"""Whose words a stretch in marks is: an ordered list of named rules.

Each rule looks at one place where English puts the speaker, from the surest (a frame that touches the stretch) to the
weakest (who was quoted before). The first that answers wins, and its name is what ``Speaker.how`` begins with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reader.quotations.cues import UTTERANCES
from reader.quotations.frames import Frame, frames
from reader.quotations.grammar import NO_NOUN_PHRASE, POSSESSOR, SUBJECT_PRONOUNS
from reader.quotations.mentions import clause_subject
from reader.quotations.outline import MARK, NAME, STRETCH, WORD
from reader.quotations.walk import Form, Mention, one

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.quotations.outline import Outline, Sentence

_NEAR = 1
_FARTHEST_SPLIT = 1
_LONGEST_BARE = 8
_LEADS_ON = frozenset(",?!—–")
_FARTHEST_POSSESSOR = 14
_LONG = 60
_JOINING = frozenset({"and", "but", "then", "so", "now", "or", "yet", "indeed", "still"})


class Found(NamedTuple):
    """Whose a stretch is: the mention, or the stretch whose speaker it shares; ``rule`` found it."""

    rule: str
    mention: Mention | None = None
    frame: Frame | None = None
    same_as: int = -1


@dataclass(slots=True)
class Passage:
    """A paragraph with its sentences and their frames, and the passage before it."""

    number: int
    sentences: list[Sentence]
    frames: list[list[Frame]]
    before: Passage | None = None
    found: dict[int, Found] = field(default_factory=dict)

    def last_found(self) -> int:
        """Return the token of the paragraph's last stretch that has a speaker, or -1."""
        return next(reversed(self.found), -1)

    def last_stretch(self) -> int:
        """Return the token of the paragraph's last stretch, or -1."""
        for sentence in reversed(self.sentences):
            if sentence.quoted:
                return sentence.quoted[-1]
        return -1


@dataclass(slots=True)
class Place:
    """One stretch and where it stands: token ``at`` in sentence number ``index`` of ``passage``."""

    draft: Outline
    passage: Passage
    index: int
    at: int

    @property
    def sentence(self) -> Sentence:
        """The sentence that holds the stretch."""
        return self.passage.sentences[self.index]

    @property
    def bare(self) -> bool:
        """Whether the sentence has no word beside stretches, except one that joins it on ("Then, "…".")."""
        sentence = self.sentence
        if sentence.bare is None:
            sentence.bare = self._is_bare()
        return sentence.bare

    def _is_bare(self) -> bool:
        """Look at every token of the sentence."""
        toks = self.draft.toks
        sentence = self.sentence
        if sentence.last - sentence.first > _LONGEST_BARE + 2 * len(sentence.quoted) or sentence.named:
            return False
        return all(
            toks[at].sort in {STRETCH, MARK} or toks[at].low in _JOINING for at in range(sentence.first, sentence.last)
        )


def attribute(place: Place) -> Found | None:
    """Return whose the stretch is, or None if nobody is found."""
    for rule in RULES:
        found = rule(place)
        if found is not None:
            return found
    return None


def _touching_after(place: Place) -> Found | None:
    """Take the frame that begins right after the stretch: "…," Gantz said."""
    best = _after(place)
    if best is None:
        return None
    return Found("frame right after", best.subject, best) if best.speech and _leads_to(place, best) else None


def _touching_before(place: Place) -> Found | None:
    """Take the frame that ends right before the stretch: Gantz said: "…"."""
    best = _before(place)
    if best is None:
        return None
    if _gap(place, best.right + 1, place.at) <= _NEAR:
        return Found("frame right before", best.subject, best)
    return None


def _same_sentence(place: Place) -> Found | None:
    """Take the nearest frame of the sentence: Gantz said that a pact would be a "serious mistake"."""
    before, after = _before(place), _after(place)
    if before is not None and (before.speech or after is None or not after.speech):
        return Found("frame before in the sentence", before.subject, before)
    if after is not None:
        return Found("frame after in the sentence", after.subject, after)
    return None


def _after_question(place: Place) -> Found | None:
    """Take a short frame that follows a stretch which ends its sentence: "Why?" Gantz asked."""
    passage = place.passage
    if not place.bare or place.index + 1 >= len(passage.sentences):
        return None
    stretch = place.draft.stretches[place.draft.toks[place.at].ref]
    if place.draft.text[stretch.inner.end - 1] not in "?!…—-–":
        return None
    following = passage.frames[place.index + 1]
    if following and following[0].left == passage.sentences[place.index + 1].first and following[0].speech:
        return Found("frame after a question", following[0].subject, following[0])
    return None


def _split(place: Place) -> Found | None:
    """Let a bare stretch go on with the stretch before it in the paragraph: "…," Gantz said. "…"."""
    if not place.bare and place.at != place.sentence.first:
        return None
    last = place.passage.last_found()
    if last < 0:
        return None
    index = place.index - 1
    while index >= 0 and place.passage.sentences[index].first > last:
        if place.passage.frames[index]:
            return None
        index -= 1
    if index < place.index - 1 - _FARTHEST_SPLIT:
        return None
    return Found("same paragraph goes on", same_as=last)


def _sentence_before(place: Place) -> Found | None:
    """Take whom the sentence before a bare stretch is about: Gantz was not convinced. "…"."""
    if not place.bare or place.index == 0:
        return None
    index = place.index - 1
    return _of_sentence(place.draft, place.passage, index, "sentence before")


def _run_on(place: Place) -> Found | None:
    """Keep the speaker of a paragraph that opened a mark and never closed it."""
    before = place.passage.before
    if place.index > 0 or before is None or place.at != place.sentence.quoted[0]:
        return None
    last = before.last_stretch()
    if last not in before.found:
        return None
    earlier = place.draft.stretches[place.draft.toks[last].ref]
    if not earlier.closed and last == before.sentences[-1].last - 1:
        return Found("runs on", same_as=last)
    return None


def _frame_after_in_paragraph(place: Place) -> Found | None:
    """Take the frame of the next stretch in the paragraph: "…" "…," Gantz said."""
    if not place.bare:
        return None
    for index in range(place.index + 1, len(place.passage.sentences)):
        sentence = place.passage.sentences[index]
        if sentence.quoted:
            for frame in place.passage.frames[index]:
                if frame.left > sentence.quoted[0]:
                    return Found("frame later in the paragraph", frame.subject, frame)
            return None
    return None


def _paragraph_before(place: Place) -> Found | None:
    """Give a paragraph that is only a quotation to whom the paragraph before it quotes or is about."""
    if not place.bare or place.index > 0 or place.passage.before is None:
        return None
    before = place.passage.before
    last = before.last_found()
    if last >= 0:
        return Found("paragraph before goes on", same_as=last)
    return _of_sentence(place.draft, before, len(before.sentences) - 1, "paragraph before")


def _name_and_colon(place: Place) -> Found | None:
    """Take the name that begins a heading or entry, or stands before the colon: Gantz: "…"; more from Gantz: "…"."""
    sentence = place.sentence
    toks = place.draft.toks
    named = place.at - 2
    before = _before(place)
    if before is not None and before.lemma != ":":
        return None
    if named >= sentence.first and toks[place.at - 1].low == ":" and toks[named].sort == NAME:
        return Found("name and colon", one(Form.NAME, named, "before a colon"))
    first = toks[sentence.first]
    if place.at - sentence.first < 2 or first.sort != NAME or toks[sentence.first + 1].low != ":":  # noqa: PLR2004 - a name and a colon
        return None
    return Found("name and colon", one(Form.NAME, sentence.first, "before a colon"))


def _any_verb_after(place: Place) -> Found | None:
    """Take the name between the stretch and any verb in the past: "…," Gantz barked."""
    sentence, toks = place.sentence, place.draft.toks
    stretch = place.draft.stretches[toks[place.at].ref]
    if place.at + 2 >= sentence.last or place.draft.text[stretch.inner.end - 1] not in _LEADS_ON:
        return None
    for at, verb in ((place.at + 1, place.at + 2), (place.at + 2, place.at + 1)):
        if toks[verb].sort != WORD or not toks[verb].low.endswith("ed"):
            continue
        if toks[at].sort == NAME:
            return Found("any verb after", one(Form.NAME, at, "beside the verb"))
        if toks[at].low in SUBJECT_PRONOUNS and at < verb:
            return Found("any verb after", one(Form.PRONOUN, at, "beside the verb"))
    return None


def _possessor(place: Place) -> Found | None:
    """Take whose words are named before the stretch: From Gantz's letter: "…"."""
    toks = place.draft.toks
    for at in range(place.at - 1, max(place.sentence.first, place.at - _FARTHEST_POSSESSOR), -1):
        if toks[at].sort == STRETCH:
            return None
        if toks[at].low in POSSESSOR and toks[at - 1].sort == NAME:
            if any(toks[word].low in UTTERANCES for word in range(at + 1, min(place.at, at + 4))):
                return Found("possessor", one(Form.NAME, at - 1, "possessor"))
            return None
    return None


def _last_speaker(place: Place) -> Found | None:
    """Give a long quotation that stands alone to whoever was quoted last."""
    if not place.bare or place.index > 0 or len(place.passage.sentences) > 1:
        return None
    stretch = place.draft.stretches[place.draft.toks[place.at].ref]
    before = place.passage.before
    if stretch.inner.end - stretch.inner.start < _LONG or before is None or before.before is None:
        return None
    last = before.before.last_found()
    return Found("last speaker", same_as=last) if last >= 0 else None


def _own_subject(place: Place) -> Found | None:
    """Take the subject of a sentence without a reporting verb: Gantz dismissed the "rigged" count."""
    if place.bare:
        return None
    mention = clause_subject(place.draft, place.sentence, place.at)
    if mention is None:
        return None
    return Found("subject of the sentence", mention)


# Rules by which a frame is used up: its words are those in marks.
USING = frozenset({"frame right after", "frame right before", "frame after a question", "frame after in the sentence"})
RULES: tuple[Callable[[Place], Found | None], ...] = (
    _touching_after,
    _touching_before,
    _run_on,
    _name_and_colon,
    _any_verb_after,
    _same_sentence,
    _after_question,
    _split,
    _sentence_before,
    _frame_after_in_paragraph,
    _paragraph_before,
    _possessor,
    _own_subject,
    _last_speaker,
)


def _of_sentence(draft: Outline, passage: Passage, index: int, rule: str) -> Found | None:
    """Return the last frame of a sentence, or its subject."""
    sentence = passage.sentences[index]
    found = passage.frames[index]
    if found:
        return Found(rule, found[-1].subject, found[-1])
    mention = clause_subject(draft, sentence, sentence.last)
    if mention is not None and mention.form is not Form.NOUN:
        return Found(rule, mention)
    return None


def _before(place: Place) -> Frame | None:
    """Return the last frame of the sentence that ends before the stretch; one of speech goes before one of thought."""
    best = None
    for frame in place.passage.frames[place.index]:
        opening = frame.cue < place.at and frame.subject.how == "after the opening phrase"
        if (opening or frame.right < place.at) and (best is None or frame.speech or not best.speech):
            best = frame
    return best


def _after(place: Place) -> Frame | None:
    """Return the first frame of the sentence that begins after the stretch."""
    for frame in place.passage.frames[place.index]:
        if frame.left > place.at:
            return frame
    return None


def _gap(place: Place, start: int, stop: int) -> int:
    """Return how many words stand in tokens ``[start, stop)``; marks and stretches don't count."""
    toks = place.draft.toks
    return sum(1 for at in range(start, min(stop, start + 12)) if toks[at].sort in {WORD, NAME})


def _leads_to(place: Place, frame: Frame) -> bool:
    """Tell whether nothing stands between the stretch and ``frame`` but words of its subject's noun phrase."""
    toks = place.draft.toks
    between = toks[place.at + 1 : min(frame.left, place.at + 12)]
    inner = place.draft.stretches[toks[place.at].ref].inner
    if between and between[0].sort != MARK and place.draft.text[inner.end - 1] not in _LEADS_ON:
        return False
    return all(tok.sort in {MARK, NAME, STRETCH} or tok.low not in NO_NOUN_PHRASE for tok in between)


def passages(draft: Outline) -> list[Passage]:
    """Return the paragraphs of ``draft`` with their frames."""
    found: list[Passage] = []
    for sentence in draft.sentences:
        if not found or found[-1].number != sentence.paragraph:
            found.append(Passage(sentence.paragraph, [], [], found[-1] if found else None))
        found[-1].sentences.append(sentence)
        found[-1].frames.append(frames(draft, sentence))
    return found
