"""``python -m tests.bench [NAME ...] [--json]``: print the speed tables, each measured in a process of its own.

What one table filled the memory and the caches with would show in the figures of the next. The program is compiled at
its first start, as everybody has it: what it is measured against always is.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

from tests import bench

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Row(TypedDict):
    """What was measured, the figure, and what it was measured against."""

    name: str
    figure: float
    against: str


class _Table(Protocol):
    def run(self) -> Sequence[tuple[str, float, str]]: ...


def tables(names: Sequence[str]) -> dict[str, _Table]:
    """Return the tables of these names, or all; an unknown name ends the program with what there is."""
    modules = {
        found.name: importlib.import_module(f"tests.bench.{found.name}")
        for found in pkgutil.iter_modules(bench.__path__)
        if not found.name.startswith("_")
    }
    known = {name: cast("_Table", module) for name, module in modules.items() if hasattr(module, "run")}
    unknown = sorted(set(names) - set(known))
    if unknown:
        sys.exit(f"no table {', '.join(unknown)}; there are {', '.join(sorted(known))}")
    return {name: known[name] for name in names or sorted(known)}


def measure(names: Sequence[str]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the rows of each of these tables, or all: a single one is run here, several in processes of their own."""
    wanted = tables(names)
    for name, table in wanted.items():
        if len(wanted) == 1:
            rows: list[Row] = [
                {"name": row, "figure": figure, "against": against} for row, figure, against in table.run()
            ]
        else:
            own = [sys.executable, "-m", "tests.bench", name, "--json"]
            rows = json.loads(subprocess.run(own, stdout=subprocess.PIPE, check=True).stdout)[name]
        yield name, rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the tables and print a line a row, or one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=bench.__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", dest="as_json")
    given = parser.parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    measured: dict[str, list[Row]] = {}
    for name, rows in measure(given.names):
        measured[name] = rows
        if not given.as_json:
            for row in rows:
                sys.stdout.write(f"{name:10} {row['name']:64} {row['figure']:10.3f}  {row['against']}\n")
            sys.stdout.flush()
    if given.as_json:
        sys.stdout.write(json.dumps(measured, indent=2) + "\n")


if __name__ == "__main__":
    main()
