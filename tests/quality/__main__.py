"""``python -m tests.quality DIR [names...] [--json]``: the program's scores on the labelled data under DIR."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.quality.harness import chosen, figures, score_modules


def main() -> int:
    """Print one figure a line, or one JSON object; 0 done, 1 some data was missing, 2 usage."""
    modules = score_modules()
    known = sorted({name for module in modules for name in (module.name, module.data_folder)})
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the root of the labelled data")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which scores (all): {', '.join(known)}")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    for name in asked.names:
        if name not in known:
            parser.error(f"there are no scores called {name!r}; there are {', '.join(known)}")
    if not asked.folder.is_dir():
        parser.error(f"{asked.folder} is not a folder")
    missing = False
    measured: dict[str, float] = {}
    for module in chosen(asked.names, modules):
        if not (asked.folder / module.data_folder).is_dir():
            sys.stderr.write(f"{module.name}: there is no {asked.folder / module.data_folder}\n")
            missing = True
            continue
        found = figures(module, asked.folder)
        measured.update(found)
        if not asked.json:
            for figure, value in found.items():
                sys.stdout.write(f"{figure:48} {value:.4f}\n")
                sys.stdout.flush()
    if asked.json:
        sys.stdout.write(json.dumps(measured, indent=1) + "\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
