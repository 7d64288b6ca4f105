"""What became of each input, told as it happens."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from reader.cli import shapes
from reader.cli.output import give, narrate, one_line, say
from reader.model import AddResult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.progress import ProgressLine
    from reader.model import AddReport


class Telling:
    """Tells reports as they come, and counts them."""

    def __init__(self, *, as_json: bool) -> None:
        """Print lines, or JSON."""
        self._as_json = as_json
        self._results: Counter[AddResult] = Counter()

    @property
    def refused(self) -> int:
        """How many inputs were refused."""
        return self._results[AddResult.REFUSED]

    @property
    def new(self) -> int:
        """How many articles are new."""
        return self._results[AddResult.ADDED]

    @property
    def counts(self) -> str:
        """How many inputs became what, in words."""
        counted = ((self._results[result], result) for result in AddResult)
        return ", ".join(f"{count:,} {result}" for count, result in counted if count)

    def tell(self, reports: Iterable[AddReport], line: ProgressLine) -> None:
        """Print every report above the line that says how far it is.

        What was refused goes to standard error, unless it is JSON.
        """
        for report in reports:
            self._results[report.result] += 1
            line.aside(partial(self._print, report))

    def _print(self, report: AddReport) -> None:
        """Print one report."""
        if self._as_json:
            give(shapes.report_shape(report))
        elif report.result is AddResult.REFUSED:
            narrate(f"{report.input}: {report.reason}")
        else:
            say(f"{report.result}  {report.article}  {one_line(report.input)}")
