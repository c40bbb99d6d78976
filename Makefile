# `make` lists the commands. Everything is installed into .venv beside this file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
TOOLS := .venv-tools
# JOBS=2 runs the journeys of a browser beside all other tests: hardly less time on two processors.
JOBS ?= 1
# The journeys are shared between so many browsers, each with a board of its own.
WINDOWS ?= 2
SHARED := $(if $(filter-out 1,$(WINDOWS)),-n $(WINDOWS) --dist loadfile --no-loadscope-reorder)
# Tests without a browser are shared between as many processes as there are processors.
ALIKE := $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal --durations=10
# What `make thorough` runs: the modules that are left out of `make test`; in full, whatever has a budget too.
AT_LENGTH = $(shell grep -rlE --include='test_*.py' 'mark.thorough$(if $(filter full,$(LENGTH)),|tests.budget)' tests)
# What runs at once prints when it ends, where this make can see to it.
EACH_WHOLE := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
# The board answers this machine alone unless told otherwise: docs/operate.md, "Serve it to others".
export STREAMLIT_SERVER_ADDRESS ?= 127.0.0.1
# Each process of the tests, and each board and command that they start, would compile the whole program again.
test units journeys thorough: export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help run test units journeys thorough lint format docs pictures bench lock audit clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: $(READY) ## set everything up and start the board at http://localhost:8501
	@echo "The board: http://localhost:$${STREAMLIT_SERVER_PORT:-8501} on this machine (STREAMLIT_SERVER_ADDRESS=$(STREAMLIT_SERVER_ADDRESS)). Ctrl+C stops it."
	PYTHONMALLOC=malloc $(BIN)/python -m streamlit run dashboard.py

test: $(READY_DEV) ## set everything up, a browser and PostgreSQL included, and run all tests
	sh deploy/browser.sh "$(BIN)/python"
	sh deploy/postgres.sh
	$(MAKE) --no-print-directory --jobs=$(JOBS) $(EACH_WHOLE) units journeys

units:
	nice $(ALIKE) -m "not thorough" --ignore=tests/browser

journeys:
	$(BIN)/python -m pytest $(SHARED) --durations=10 tests/browser

thorough: $(READY_DEV) ## mutate, make up and compare: a share of it, or all with LENGTH=full
	sh deploy/postgres.sh
	OPENLINE_TEST_THOROUGH=$(filter full,$(LENGTH)) $(ALIKE) $(AT_LENGTH)

lint: $(READY_DEV) ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY_DEV) ## bring the code into the one style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY) ## print the reference and the picture of the rooms
	$(BIN)/python -m openline.reference
	$(BIN)/python -m tests.architecture

pictures: $(READY_DEV) ## take the pictures of the README and the docs
	sh deploy/browser.sh "$(BIN)/python"
	$(BIN)/python -m tests.browser.pictures

bench: $(READY_DEV) ## measure speed and memory
	$(BIN)/python benchmarks/bench.py

lock: $(TOOLS)/.ready ## write requirements.lock anew: each version, with its hashes (UPGRADE=--upgrade raises them)
	CUSTOM_COMPILE_COMMAND="make lock" $(TOOLS)/bin/pip-compile --quiet $(UPGRADE) --generate-hashes --strip-extras \
		--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
		--output-file requirements.lock requirements.txt

audit: $(TOOLS)/.ready ## ask whether a locked library has a known fault
	$(TOOLS)/bin/python deploy/audit.py $(TOOLS)/bin/pip-audit

clean: ## remove what the commands above made
	rm -rf $(VENV) $(TOOLS) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Openline needs Python 3.11 or later; name one with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "No virtual environment could be made. On Debian: apt install python3-venv"; exit 1; }

$(READY): $(VENV)/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(READY_DEV): $(READY) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(TOOLS)/.ready: $(VENV)/bin/python
	@$(BIN)/python -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check "pip-tools>=7.6,<8" "pip-audit>=2.10,<3"
	@touch $@
