# What people and CI call; `make help` lists it. Everything lands in .venv/, site/ and dist/, and `make clean` removes it.

PYTHON ?= python3
PORT   ?= 8000
VENV   ?= .venv
ARGS   ?=

BIN := $(VENV)/bin
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A PDF of each briefing needs WeasyPrint, and that needs Pango: where there is none, the site is built without.
PDF_OR_NOT = if [ -n "$$BRIEFINGS_PDF" ]; then :; \
  elif $(BIN)/python -c 'import weasyprint' 2>/dev/null; then export BRIEFINGS_PDF=true; \
  else echo "PDFs are left out: WeasyPrint finds no Pango. docs/running-a-site.md says how to install it."; fi

PORT_IS_FREE = $(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || { \
  echo "Something is at port $(PORT) already. Choose another: make $@ PORT=8001"; exit 1; } >&2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site build serve test bench fuzz browser statement check format lock wheel clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: $(RUN) ## Check the content, build the site and serve it on 127.0.0.1:8000 (PORT=… for another)
	@$(PORT_IS_FREE)
	@$(MAKE) --no-print-directory build
	@echo "The site is at http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT)

# The new site takes the old one's place only when it is whole: wrong content leaves the last good one.
build: $(RUN) ## Check the content and build the site into site/
	$(BIN)/briefings check
	@rm -rf site.new
	@$(PDF_OR_NOT); $(BIN)/python -m mkdocs build --strict --site-dir site.new
	@rm -rf site.old
	@if [ -d site ]; then mv site site.old; fi
	@mv site.new site
	@rm -rf site.old

serve: $(RUN) ## Serve the site while you write: each saved change is shown at once
	@$(PORT_IS_FREE)
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT) --livereload

test: $(DEV) browser ## Run every test, in a real browser too (ARGS="-k theme" for some)
	$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist worksteal $(ARGS)

bench: $(DEV) browser ## Measure pages at a phone's speed, beside stock Material (about a quarter of an hour; ARGS=1 for a glance)
	$(BIN)/python -m bench $(ARGS)

fuzz: $(DEV) ## Look for new examples that break a law, for some minutes (make test tries the same ones each time)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q -n auto --maxprocesses 8 -m hypothesis $(ARGS)

browser: $(DEV) ## Find a browser for the tests, or install one
	@$(BIN)/python -m tests.browser.chromium

statement: $(DEV) browser ## Run the accessibility tests, and write what they found for the accessibility statement
	$(BIN)/python -m tests.browser.statement -n auto --maxprocesses 8 --dist worksteal

check: $(DEV) ## Check style, types, the direction of imports and the docs
	$(BIN)/ruff check --output-format concise
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_docs.py

format: $(DEV) ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

lock: $(DEV) ## Lock the dependencies again (ARGS=--upgrade for the newest)
	$(BIN)/uv pip compile $(COMPILE) --group build --all-extras --output-file requirements/run.lock pyproject.toml
	$(BIN)/uv pip compile $(COMPILE) --group dev --all-extras --constraint requirements/run.lock --output-file requirements/dev.lock pyproject.toml

COMPILE = --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(ARGS)

wheel: $(RUN) ## Build the wheel into dist/
	$(BIN)/python -m hatchling build --target wheel

clean: ## Remove everything that was made
	rm -rf $(VENV) site site.new site.old dist bench/node_modules .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ── the environment ──────────────────────────────────────────────────────────────────────────────────────────────────

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)."; \
	  echo "Install it, or say which to use: make PYTHON=python3.12 …"; exit 1; } >&2
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv module. On Debian and Ubuntu: apt install python3-venv"; exit 1; } >&2
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements/run.lock pyproject.toml $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/run.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.lock $(RUN)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.lock
	@touch $@
