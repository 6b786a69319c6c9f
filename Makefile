# make demo   installs into .venv and compares the articles in corpus/
# make test   the same, then every check that a change has to pass
# make audit  looks for known vulnerabilities and licences that don't fit; make sbom lists it all
# make mutation changes the core in small ways and counts what no test notices (25 minutes)
# make fuzz   fuzzes readers and grammars for FUZZ_SECONDS each; make linear measures their growth
# PYTHON=...  another Python (3.11 or later)

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
BIN := .venv/bin

FUZZ_SECONDS := 120
FUZZ_TARGETS := plain markdown quantities moments claims whole fragment docx odt archive rss json jsonl eml mbox rtf html warc

# Groups (compare, rules, match, facts) or modules (rules/totals), mutants of a module (0: all), seed.
MUTATE := compare rules
MUTANTS := 40
SEED := 1

.PHONY: demo test audit sbom fuzz linear mutation clean

demo: .venv/installed
	@$(BIN)/factcheck compare corpus/ --exit-zero

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict factcheck
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2

audit: .venv/installed-audit
	$(BIN)/python tools/audit.py

sbom: .venv/installed-audit
	$(BIN)/python tools/audit.py --sbom dist/factcheck.cdx.json

fuzz: .venv/installed-fuzz
	for target in $(FUZZ_TARGETS); do \
	  $(BIN)/python tools/fuzz.py $$target --seconds $(FUZZ_SECONDS) --corpus build/fuzz || exit 1; \
	done

linear: .venv/installed-dev
	$(BIN)/python benchmarks/linear.py

mutation: .venv/installed-mutation
	nice $(BIN)/python tools/mutation.py $(MUTATE) --sample $(MUTANTS) --seed $(SEED)

# Installed anew only when pyproject.toml has changed; the package itself is used in place.
.venv/installed: pyproject.toml | $(BIN)/python
	@echo "Installing factcheck and its language model into .venv (once, some minutes)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing factcheck with its test tools into .venv (once, some minutes)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

.venv/installed-audit: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit,formats,lsp,watch]'
	@touch $@

.venv/installed-fuzz: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz,formats]'
	@touch $@

.venv/installed-mutation: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutation]'
	@touch $@ .venv/installed .venv/installed-dev

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or later; none was found" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "factcheck needs Python 3.11 or later; $(PYTHON) is older (make PYTHON=/path/to/python)" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv

clean:
	rm -rf .venv build dist
