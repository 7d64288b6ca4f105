"""Showing: articles with their layers, the evidence for a fact outlet by outlet, and the card under the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui import later
from reader.tui.actions import Where
from reader.tui.screens.base import DeskBase
from reader.tui.widgets.layers import Layer
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from reader.model import ChecklistItem, Flag, Span, TargetKind
    from reader.tui.opened import Passage, Utterance


class Showing(DeskBase):
    """Puts things into the text pane and its card."""

    def show_article(self, name: str, *, at: int = 0, follow: bool = True) -> None:
        """Show an article of the open story, quotations and flags in it; the list's cursor goes there to ``follow``."""
        if self.opened is None:
            return
        article, analysis = self.opened.articles[name], self.opened.analyses[name]
        self.hits = []
        self.text.show(article, sentences=analysis.sentences, at=at)
        if self.returning is not None and self.returning[0] == name:
            self.text.go_back_to(*self.returning[1:])
        self.returning = None
        spoken = [
            q.span
            for q in analysis.quotations
            if q.kind in {later.model.QuotationKind.DIRECT, later.model.QuotationKind.MIXED}
        ]
        self.text.mark(Layer.QUOTATION, spoken)
        self.mark_flags()
        date = f" · {article.date:%d %b %Y}" if article.date else ""
        self.text.border_title = f"Text · {one_line(article.outlet)}{date}"
        self.say_place()
        if follow and not self.results:
            self.articles.go_to_key(f"article {name}")
        self.refill_articles()

    def mark_flags(self) -> None:
        """Show which words of the article are flagged, and with what."""
        opened, name = self.opened, self.shown
        if opened is None or name is None:
            return
        here: list[Flag] = [flag for flag in opened.flags if flag.anchor.article == name and flag.span is not None]
        spans = {flag.span: later.signs.of_state(flag.state) for flag in here if flag.span is not None}
        for item in opened.checklist.items:
            flag = opened.flag_of_item(item.id)
            if flag is not None:
                words = [words for stance in item.stances.values() for words in stance.words if words.article == name]
                spans |= {word.span: later.signs.of_state(flag.state) for word in words}
        spans = {span: sign for span, sign in spans.items() if sign != " "}
        self.text.mark(Layer.FLAG, spans)
        self.text.sign({span.start: sign for span, sign in spans.items()})

    @on(TextView.CursorMoved)
    def say_place(self) -> None:
        """Say in the frame how far down the text one is."""
        if self.text.article is not None:
            share = 100 * self.text.cursor // max(1, len(self.text.article.text) - 1)
            tags = self.opened.tags.get(self.text.article.id, ()) if self.opened is not None else ()
            self.text.border_subtitle = "".join([*(f"#{tag} " for tag in tags), f"{min(100, share)}%"])

    # opening what is under the cursor

    def action_open(self) -> None:
        """Open what is under the cursor; the same again shows its words in the next outlet."""
        value = self.value_here()
        if isinstance(value, (later.model.ChecklistItem, later.opened.Utterance)):
            self.walk(value)
        elif isinstance(self.pane, RowList):
            self.pane.choose()
        else:
            self.open_sentence()

    def value_here(self) -> object:
        """Return what is under the cursor, or in the text what its card is about."""
        if self.where is Where.TEXT:
            return self.card_of
        return self.pane.value if isinstance(self.pane, RowList) else None

    def open_sentence(self) -> None:
        """Open the fact or quotation that has words of the sentence under the cursor, beginning with these words."""
        opened, sentence, name = self.opened, self.text.sentence, self.shown
        if opened is None or sentence is None or name is None:
            return
        told: list[ChecklistItem | Utterance] = [*opened.checklist.items, *opened.utterances()]
        for of in told:
            for passage in self.passages(of):
                if passage.article == name and passage.span.overlap(sentence):
                    self.card_of = of
                    self.show_passage(passage)
                    return
        self.tell("no fact and no quotation is told in this sentence")

    @on(RowList.Chosen)
    def open_row(self, message: RowList.Chosen) -> None:
        """Open a row that was chosen with Enter or the mouse."""
        value = message.row.value
        if isinstance(value, (later.model.ChecklistItem, later.opened.Utterance)):
            self.walk(value)
        elif isinstance(value, later.model.Story):
            name = next((name for name in value.articles if name in self.headers), None)
            if name is not None:
                self.read_article(name)
                self.go_to_pane(Where.TEXT)
        elif (name := later.article_rows.article_of(value)) is not None:
            self.read_article(name, to_hit=1 if self.results else 0)
            self.go_to_pane(Where.TEXT)

    def walk(self, of: ChecklistItem | Utterance) -> None:
        """Show the words of a fact or quotation in one outlet, and each time it is called in the next."""
        if self.opened is None:
            return
        passages = self.passages(of)
        if not passages:
            return
        again = self.card_of is not None and self.same_thing(self.card_of, of) and self.passage in passages
        here = passages.index(self.passage) if again and self.passage is not None else -1
        self.card_of = of
        if self.has_class("-narrow"):
            self.go_to_pane(Where.TEXT)
        self.show_passage(passages[(here + 1) % len(passages)])

    @staticmethod
    def same_thing(one: object, other: object) -> bool:
        """Tell whether two values are the same fact or quotation, however often they were read anew."""
        if isinstance(one, later.model.ChecklistItem) and isinstance(other, later.model.ChecklistItem):
            return one.id == other.id
        return (
            isinstance(one, later.opened.Utterance)
            and isinstance(other, later.opened.Utterance)
            and one.parts == other.parts
        )

    def passages(self, of: ChecklistItem | Utterance) -> list[Passage]:
        """Return where the words of a fact or quotation stand, outlet by outlet."""
        if self.opened is None:
            return []
        if isinstance(of, later.opened.Utterance):
            return [self.opened.passage(place) for place in of.parts]
        return later.cards.passages(self.opened, of)

    def show_passage(self, passage: Passage) -> None:
        """Show words of an article of the open story, with the card that they belong to."""
        if self.opened is None or passage.article not in self.opened.articles:
            return
        self.passage = passage
        if passage.article != self.shown:
            self.show_article(passage.article)
            self.mark_hits()
        self.text.mark(Layer.EVIDENCE, self._evidence(passage))
        differing = []
        if isinstance(self.card_of, later.model.ChecklistItem):
            differing = [
                side.span
                for difference in self.card_of.differences
                for side in (difference.a, difference.b)
                if side.article == passage.article and not difference.harmless
            ]
        self.text.mark(Layer.DIFFERENCE, differing)
        self.fill_card()
        self.text.jump(passage.span)

    def _evidence(self, passage: Passage) -> list[Span]:
        if self.card_of is None:
            return [passage.span]
        return [other.span for other in self.passages(self.card_of) if other.article == passage.article]

    def fill_card(self) -> None:
        """Write the card of the fact or quotation that is open."""
        if self.opened is None or self.card_of is None:
            return
        if isinstance(self.card_of, later.model.ChecklistItem):
            items = {item.id: item for item in self.opened.checklist.items}
            self.card_of = items.get(self.card_of.id, self.card_of)
            self.card.border_title = f"Fact · {one_line(self.card_of.headline)}"
            self.card.show(later.cards.of_fact(self.opened, self.card_of, self.passage), mark=later.cards.HERE)
        else:
            self.card.border_title = f"Quotation · {one_line(self.card_of.speaker)}"
            self.card.show(later.cards.of_quotation(self.opened, self.card_of, self.passage), mark=later.cards.HERE)
        self.card.border_subtitle = "Enter next outlet · Esc closes"
        self.add_class("-with-card")

    def close_card(self) -> None:
        """Close the card under the text."""
        self.card_of = None
        self.passage = None
        self.remove_class("-with-card")
        self.text.mark(Layer.EVIDENCE, ())
        self.text.mark(Layer.DIFFERENCE, ())

    # going from one to the next

    def action_quotation(self, step: int) -> None:
        """Go to the next or previous quotation: in the text, or in the list when that has the keys."""
        if self.where is Where.QUOTATIONS:
            self.quotations.move(step)
            return
        self.go_to_pane(Where.TEXT)
        spans = sorted(self.text.marked(Layer.QUOTATION))
        here = self.text.cursor
        after = (
            [span for span in spans if span.start > here] if step > 0 else [s for s in spans[::-1] if s.start < here]
        )
        if after:
            self.text.jump(after[0])
            self.tell(f"quotation {spans.index(after[0]) + 1} of {len(spans)}")
        else:
            self.tell(f"no further quotation {'after' if step > 0 else 'before'} this in the article")

    def action_fact(self, step: int) -> None:
        """Go to the next or previous fact and show its words, wherever the keys are."""
        self.facts.move(step)
        item = self.facts.value
        if isinstance(item, later.model.ChecklistItem):
            self.passage = None
            self.walk(item)

    def action_unchecked(self) -> None:
        """Go to the next fact that is not checked."""
        rows, opened = self.facts.rows, self.opened
        if opened is None or not rows:
            return
        for step in range(1, len(rows) + 1):
            place = (self.facts.cursor + step) % len(rows)
            if isinstance(rows[place].value, later.model.ChecklistItem) and not opened.is_checked(rows[place].key):
                self.facts.go(place)
                self.go_to_pane(Where.FACTS)
                return
        self.tell("every fact of this story is checked")

    def action_removed(self) -> None:
        """Show or hide what cleaning removed."""
        self.text.toggle_removed()
        count = len(self.text.article.removed) if self.text.article else 0
        self.tell(
            f"{count} removed passage{'' if count == 1 else 's'} shown, struck out"
            if self.text.with_removed
            else "removed passages hidden"
        )

    def action_numbers(self) -> None:
        """Show or hide the numbers of the paragraphs."""
        self.text.toggle_numbers()

    def target(self) -> tuple[TargetKind, str, Passage] | None:
        """Return what a flag would go on: the fact, quotation or sentence under the cursor."""
        value = self.value_here()
        if isinstance(value, later.model.ChecklistItem):
            passages = self.passages(value)
            return (later.model.TargetKind.ITEM, value.id, passages[0]) if passages else None
        if isinstance(value, later.opened.Utterance):
            passage = self.passages(value)[0]
            return later.model.TargetKind.QUOTATION, name_of(passage), passage
        if self.where is Where.TEXT and self.shown is not None and (sentence := self.text.sentence):
            passage = later.opened.Passage(self.shown, sentence)
            return later.model.TargetKind.SENTENCE, name_of(passage), passage
        return None


def name_of(passage: Passage) -> str:
    """Return the id of a quotation or sentence: its article and span."""
    return f"{passage.article}:{passage.span.start}-{passage.span.end}"
