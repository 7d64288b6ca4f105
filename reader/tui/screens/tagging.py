"""Tags: a person's own words for articles, typed at the foot of the screen."""

from __future__ import annotations

from textual import on

from reader.errors import NewsreaderError
from reader.tui import later, messages
from reader.tui.screens.showing import Showing
from reader.tui.widgets.prompt import Prompt

TAG = "tag"


class Tagging(Showing):
    """The key that tags."""

    tagged: tuple[str, ...] = ()

    async def action_tag(self) -> None:
        """Ask for the tags of the article that is read or under the cursor, or of all articles of a story."""
        self.tagged = self.meant()
        if not self.tagged or self.opened is None:
            self.tell("no article here to tag")
            return
        present = self._common()
        more = f" for {len(self.tagged)} articles" if len(self.tagged) > 1 else ""
        await self.ask(TAG, "tags:", " ".join(present), f"one word each{more}; / then tag:word finds them")

    def _common(self) -> tuple[str, ...]:
        """Return the tags that all articles have which are being tagged."""
        found = self.opened.tags if self.opened is not None else {}
        first, *others = (found.get(name, ()) for name in self.tagged)
        return tuple(tag for tag in first if all(tag in other for other in others))

    @on(Prompt.Entered)
    def take_tags(self, message: Prompt.Entered) -> None:
        """Keep the tags: those that were taken out of the line are taken away, the others added."""
        library, opened = self.library, self.opened
        if message.purpose != TAG or library is None or opened is None:
            return
        from reader.flags.tags import of_words  # noqa: PLC0415 - the rules of flags are not needed for the first paint

        wanted = of_words(message.text)
        gone = set(self._common()) - set(wanted)
        try:
            for name in self.tagged:
                library.tag(name, lambda own: [tag for tag in (*own, *wanted) if tag not in gone])
            self.opened = later.opened.with_flags(library, opened)
        except NewsreaderError as error:
            self.post_message(messages.Failed(str(error)))
            return
        self.refill()
        self.say_place()
        count = f"{len(self.tagged)} articles: " if len(self.tagged) > 1 else ""
        self.tell(f"tagged · {count}{' '.join(f'#{tag}' for tag in wanted) or 'no tags'} · u undoes")
