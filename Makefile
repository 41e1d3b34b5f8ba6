# `make` reads the example articles into a graph and opens the shell on it; `make test` runs every check.
# Both set up what they need in .venv first; Python 3.11 or newer is all that must be there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE ?= kg-store
EXPLORER := kg/visualisation/explorer
# What an install is made of beside the Python code, which is used where it lies.
INPUTS := pyproject.toml hatch_build.py $(EXPLORER)/package-lock.json $(wildcard $(EXPLORER)/src/*.js)

# Where the rules of extraction are tried compiled: an environment of their own, and tests without the sources beside.
COMPILED := build/compiled
RULES := tests/kg/extraction tests/kg/linking tests/kg/languages/test_norwegian.py tests/kg/test_component.py

.PHONY: demo graph test check compiled slow clean

demo: graph
	@$(BIN)/kg viz $(STORE).html --store $(STORE)
	@$(BIN)/kg shell $(STORE)

graph: $(VENV)/.installed
	@$(BIN)/kg build docs/examples --store $(STORE)

test: $(VENV)/.installed-dev check
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Needs a C compiler and some minutes.
compiled:
	rm -rf $(COMPILED) && mkdir -p $(COMPILED)
	$(PYTHON) -m venv $(COMPILED)/.venv
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(COMPILED)/.venv/bin/python -m pip install --quiet '.[dev]'
	cp -r pyproject.toml benchmarks docs tests $(COMPILED)
	cd $(COMPILED) && .venv/bin/python -m benchmarks.extraction docs/examples
	cd $(COMPILED) && .venv/bin/python -m pytest $(RULES)

clean:
	rm -rf $(VENV) $(STORE) $(STORE).html build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python $(INPUTS)
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python $(INPUTS)
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	@touch $@ $(VENV)/.installed
