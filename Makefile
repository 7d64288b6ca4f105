# make run    set up, and open the program on the seed articles
# make test   set up, and run every check and every test
# make check  the quick part: formatting, lint, types, architecture, unit tests

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
EVAL   := $(or $(NEWSREADER_EVAL),$(wildcard ../shared/eval))

.PHONY: run test check lint types architecture unit quality bench screenshots lock clean

run: $(VENV)/.installed
	$(BIN)/newsreader

test: $(VENV)/.tools lint types architecture
	NEWSREADER_EVAL="$(EVAL)" $(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered --cov-report=json:.coverage.json -q
	$(BIN)/python -m tests.coverage_floors .coverage.json

check: $(VENV)/.tools lint types architecture unit

lint: $(VENV)/.tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.tools
	$(BIN)/mypy

architecture: $(VENV)/.tools
	$(BIN)/lint-imports

unit: $(VENV)/.tools
	$(BIN)/python -m pytest -q -n 2 tests/unit tests/storage tests/index tests/cli

quality: $(VENV)/.tools
	$(BIN)/python -m tests.quality "$(EVAL)"

bench: $(VENV)/.tools
	$(BIN)/python -m tests.bench

screenshots: $(VENV)/.tools
	$(BIN)/python -m tests.tui.screenshots screenshots

lock: $(VENV)/.tools
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

# Upgrading pip first: groups of dependencies need 25.1 or newer.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.tools: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev
	touch $@

clean:
	rm -rf $(VENV) .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist build
