"""The gate on coverage can fail."""

from tests.coverage_floors import File, Summary, complaints


def _file(covered: int, statements: int, branches: list[list[int]]) -> File:
    summary: Summary = {
        "covered_lines": covered,
        "num_statements": statements,
        "missing_branches": len(branches),
        "missing_lines": statements - covered,
    }
    lines = list(range(statements - covered))
    return {"summary": summary, "missing_branches": branches, "missing_lines": lines}


def test_all_covered_is_no_complaint() -> None:
    assert complaints({"files": {"reader/text/clean.py": _file(10, 10, [])}}) == []


def test_a_missed_branch_in_a_pure_folder_is_named() -> None:
    found = complaints({"files": {"reader/text/clean.py": _file(10, 10, [[3, 5]])}})
    assert found == ["reader/text/clean.py: not covered: lines [], branches 3->5"]


def test_a_missed_branch_at_the_edge_is_not() -> None:
    assert complaints({"files": {"reader/cli/add.py": _file(10, 10, [[3, 5]])}}) == []


def test_too_few_lines_are_a_complaint() -> None:
    assert complaints({"files": {"reader/cli/add.py": _file(9, 10, [])}}) == ["90.0 % of lines are covered, not 95.0 %"]
