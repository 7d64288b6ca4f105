"""What became of each input, told as it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import shapes
from reader.cli.output import give, narrate, one_line, say
from reader.model import AddResult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import AddReport


class Telling:
    """Tells reports as they come, and counts them."""

    def __init__(self, *, as_json: bool) -> None:
        """Print lines, or JSON."""
        self._as_json = as_json
        self.refused = 0
        self.new = 0

    def tell(self, reports: Iterable[AddReport]) -> None:
        """Print every report; what was refused goes to standard error, unless it is JSON."""
        for report in reports:
            self.refused += report.result is AddResult.REFUSED
            self.new += report.result is AddResult.ADDED
            if self._as_json:
                give(shapes.report_shape(report))
            elif report.result is AddResult.REFUSED:
                narrate(f"{report.input}: {report.reason}")
            else:
                say(f"{report.result}  {report.article}  {one_line(report.input)}")
