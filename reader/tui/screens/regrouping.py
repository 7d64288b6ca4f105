"""Regrouping: the person's word on what belongs to one story, and what changed between an article's versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.errors import NewsreaderError
from reader.tui import messages
from reader.tui.screens.base import DeskBase
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.wrapping import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library

STORY = "story"
_HINT = "join WORDS of another story's title · split (this article off) · pin (as it is)"


class Regrouping(DeskBase):
    """The keys that say what belongs together, and that show versions."""

    regrouped: str | None = None
    """The article whose story is meant."""

    async def action_story(self) -> None:
        """Ask what is to be done with the story of the article that is read or under the cursor."""
        self.regrouped = next(iter(self.meant()), None)
        if self.regrouped is None or self.regrouped not in self.story_of:
            self.tell("no story here")
            return
        await self.ask(STORY, "story:", "", _HINT)

    @on(Prompt.Entered)
    def take_regrouping(self, message: Prompt.Entered) -> None:
        """Do what was said, in a thread, and list the library anew."""
        library, name = self.library, self.regrouped
        if message.purpose != STORY or library is None or name is None or not message.text.strip():
            return
        verb, _, words = message.text.strip().partition(" ")
        act = self._act(library, name, verb.lower(), words.strip())
        if act is None:
            self.status.tell(f"{one_line(message.text)}: say join and words of a title, split, or pin", trouble=True)
            return

        def job() -> messages.Added | messages.Failed:
            try:
                return messages.Added(act(), [])
            except NewsreaderError as error:
                return messages.Failed(str(error))

        self.work_off(job, "regroup")

    def _act(self, library: Library, name: str, verb: str, words: str) -> Callable[[], str] | None:
        """Return what does what was said, and then says so; None for what is not understood."""
        story = self.story_of[name]

        def join() -> str:
            other = library.story(words)
            if other.id == library.story_of(name).id:
                return "that is this story already"
            library.join_stories([name, other.articles[0]])
            return f"joined with “{one_line(other.title)}”"

        def split() -> str:
            if len(story.articles) == 1:
                return "the article is alone already"
            library.split_story([name])
            return "the article stands apart now"

        def pin() -> str:
            library.pin_story(story.id)
            return "the story stays as it is: nothing joins it, nothing leaves"

        if verb == "join":
            return join if words else None
        return {"split": split, "pin": pin}.get(verb) if not words else None

    def action_versions(self) -> None:
        """Show what changed between the versions of the article that is read."""
        library, article = self.library, self.text.article
        if library is None or article is None:
            return
        if article.version == 1:
            self.tell("this article has one version only")
            return
        name, outlet, newest = article.id, article.outlet, article.version

        def job() -> messages.VersionsRead:
            from reader.text.changes import changed_paragraphs  # noqa: PLC0415 - seldom needed

            texts = [library.article(name, version).text for version in range(1, newest + 1)]
            changed = [
                (version, changed_paragraphs(texts[version - 2], texts[version - 1]))
                for version in range(newest, 1, -1)
            ]
            return messages.VersionsRead(outlet, changed)

        self.work_off(job, "versions")

    @on(messages.VersionsRead)
    def show_versions(self, message: messages.VersionsRead) -> None:
        """Show them over the desk."""
        from reader.tui.screens.versions import Versions  # noqa: PLC0415 - seldom needed

        self.app.push_screen(Versions(message.outlet, message.versions))
