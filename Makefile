# make demo   installs into .venv and compares the articles in corpus/
# make test   the same, then every check that a change has to pass
# PYTHON=...  another Python (3.11 or later)

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
BIN := .venv/bin

.PHONY: demo test clean

demo: .venv/installed
	@$(BIN)/factcheck compare corpus/ --exit-zero

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict factcheck
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2

# Installed anew only when pyproject.toml has changed; the package itself is used in place.
.venv/installed: pyproject.toml | $(BIN)/python
	@echo "Installing factcheck and its language model into .venv (once, some minutes)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing factcheck with its test tools into .venv (once, some minutes)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or later; none was found" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "factcheck needs Python 3.11 or later; $(PYTHON) is older (make PYTHON=/path/to/python)" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv

clean:
	rm -rf .venv build dist
