"""Checking: flags, notes, evidence, and taking them back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.errors import NewsreaderError
from reader.tui import later, messages
from reader.tui.actions import Where
from reader.tui.screens.showing import Showing
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Article, Evidence, FlagEvent, FlagState, Status, TargetKind, Verdict
    from reader.tui.opened import Passage

    Target = tuple[TargetKind, str, Passage]

NOTE = "note"


class Checking(Showing):
    """The keys that flag."""

    last_choice: Verdict | Status | None = None
    noted: Target | None = None

    def action_flag(self) -> None:
        """Ask for a verdict or status, in one line."""
        from reader.tui.screens.flag_menu import FlagMenu  # noqa: PLC0415 - not needed for the first paint

        target = self.target()
        if target is None:
            self.tell("nothing here to flag: choose a fact, a quotation or a sentence")
            return
        self.app.push_screen(FlagMenu(), partial(self.take_choice, target))

    def take_choice(self, target: Target, choice: Verdict | Status | None) -> None:
        """Flag with what was chosen."""
        if choice is not None:
            self.last_choice = choice
            self.change_flag(target, partial(chosen, choice), f"flagged {choice}")

    def action_flag_again(self) -> None:
        """Flag with what was chosen last."""
        target = self.target()
        if self.last_choice is None:
            self.action_flag()
        elif target is not None:
            self.take_choice(target, self.last_choice)

    def change_flag(self, target: Target, change: Callable[[FlagState], FlagState], done: str) -> None:
        """Change what is said of a target; this is on disk before the screen shows it."""
        library, opened = self.library, self.opened
        if library is None or opened is None:
            return
        kind, name, passage = target
        words = later.model.Words(passage.article, passage.span, passage.span.of(opened.articles[passage.article].text))
        self._then_flags(lambda: library.flag(kind, name, words, change), done)

    def action_undo(self) -> None:
        """Take back the last flag, also one of an earlier day."""
        if self.library is not None:
            self._then_flags(self.library.undo, "undone")

    def action_redo(self) -> None:
        """Flag again what was taken back."""
        if self.library is not None:
            self._then_flags(self.library.redo, "redone")

    def _then_flags(self, call: Callable[[], FlagEvent | None], done: str) -> None:
        """Say something to the flag log and read the flags anew.

        Not in a worker that a next key may replace: a flag is one small write, and it must not get lost.
        """
        library, opened = self.library, self.opened
        if library is None or opened is None:
            return
        try:
            event = call()
            opened = later.opened.with_flags(library, opened)
        except NewsreaderError as error:
            self.post_message(messages.Failed(str(error)))
            return
        self.take_flags(messages.FlagsChanged(opened, event, done))

    def take_flags(self, message: messages.FlagsChanged) -> None:
        """Show the flags as they now are."""
        self.opened = message.opened
        self.refill()
        self.say_place()
        self.mark_flags()
        self.fill_card()
        event = message.event
        if event is None:
            self.tell(f"nothing to be {message.done}")
            return
        if event.kind is later.model.TargetKind.ARTICLE:
            tags = " ".join(f"#{tag}" for tag in event.after.tags)
            self.tell(f"{message.done}: {self.outlet_of(event.target)} has {tags or 'no tags'}")
            return
        # The words are last: they may be long, and are cut where there is no room.
        state = later.signs.of_state(event.after).strip()
        now = "" if message.done.startswith("flag") else f": now {event.after.verdict or event.after.status}"
        self.tell(f"{message.done}{now} {state} “{event.anchor.exact}”")

    def action_history(self) -> None:
        """Show everything that was said of what is under the cursor."""
        from reader.tui.screens.history import History  # noqa: PLC0415 - seldom needed

        target, library, opened = self.target(), self.library, self.opened
        if target is None or library is None or opened is None:
            self.tell("nothing here that could have been flagged")
            return
        kind, name, passage = target
        flag = opened.flag_of_item(name) or opened.flag_on(kind, passage)
        events = library.history(flag.target if flag else name)
        if events:
            self.app.push_screen(History(events[-1].anchor.exact, events))
        else:
            self.tell("nothing was said of this yet: f flags, i writes a note")

    def outlet_of(self, name: str) -> str:
        """Return the outlet of an article, for a person to read."""
        return one_line(self.headers[name].outlet) if name in self.headers else "the article"

    async def action_note(self) -> None:
        """Ask for a note, beginning with the one there is."""
        self.noted = self.target()
        if self.noted is None:
            self.tell("nothing here to write a note on")
            return
        await self.ask(NOTE, "note:", self.state_of(self.noted).note, "what you found; Enter keeps it")

    @on(Prompt.Entered)
    def take_note(self, message: Prompt.Entered) -> None:
        """Keep the note."""
        if message.purpose == NOTE and self.noted is not None:
            note = message.text.strip()
            self.change_flag(self.noted, lambda state: replace(state, note=note), "flagged with a note")

    def action_evidence(self) -> None:
        """Ask for evidence."""
        from reader.tui.screens.evidence_form import EvidenceForm  # noqa: PLC0415 - not needed for the first paint

        target = self.target()
        if target is None:
            self.tell("nothing here to give evidence for")
            return
        self.app.push_screen(EvidenceForm(), partial(self.take_evidence, target))

    def take_evidence(self, target: Target, evidence: Evidence | None) -> None:
        """Keep a piece of evidence."""
        if evidence is not None:
            self.change_flag(
                target, lambda state: replace(state, evidence=(*state.evidence, evidence)), "flagged with evidence"
            )

    def state_of(self, target: Target) -> FlagState:
        """Return what is said of a target so far."""
        kind, name, passage = target
        opened = self.opened
        flag = opened.flag_of_item(name) or opened.flag_on(kind, passage) if opened else None
        return flag.state if flag else later.model.FlagState()

    def action_copy(self) -> None:
        """Copy the words that are selected or under the cursor, with where they are from; of an article that alone."""
        selected = (self.get_selected_text() or "").strip()
        passage = self.passage_in_view()
        listed = later.article_rows.article_of(self.articles.value) if self.where is Where.ARTICLES else None
        if selected:
            # Words of the card may be any outlet's: they are copied without a citation.
            source = self.text.article if self.text in self.selections else None
            self.copy_out(f"“{selected}”\n— {citation(source)}" if source else selected)
        elif passage is not None and self.opened is not None:
            article = self.opened.articles[passage.article]
            self.copy_out(f"“{passage.span.of(article.text).strip()}”\n— {citation(article)}")
        elif listed in self.headers:
            self.copy_out(citation(self.headers[listed]))
        else:
            self.tell("nothing here to copy: choose a fact, a quotation, a sentence or an article")

    def passage_in_view(self) -> Passage | None:
        """Return where the words under the cursor stand: of a fact or quotation that is open, those that are shown."""
        value = self.value_here()
        if (
            isinstance(value, (later.model.ChecklistItem, later.opened.Utterance))
            and self.same_thing(value, self.card_of)
            and self.passage
        ):
            return self.passage
        target = self.target()
        return target[2] if target else None


def citation(article: Article) -> str:
    """Return where an article can be found, as far as that is known: outlet, headline, day, address."""
    outlet = "" if article.outlet == later.model.UNKNOWN_OUTLET else article.outlet
    title = f"“{article.title}”" if article.title else ""
    date = f"{article.date.day} {article.date:%B %Y}" if article.date else ""
    return ", ".join(part for part in (outlet, title, date, article.url) if part)


def chosen(choice: Verdict | Status, state: FlagState) -> FlagState:
    """Return the state after a choice: a verdict also ends the check, "unchecked" takes the verdict back."""
    if isinstance(choice, later.model.Verdict):
        return replace(state, verdict=choice, status=later.model.Status.CHECKED)
    if choice is later.model.Status.CHECKED:
        return replace(state, status=choice)
    return replace(state, verdict=None, status=choice)
