# Everything that a fresh machine needs: Python 3.11 or newer, and make.
#   make lab    opens the workbook in JupyterLab
#   make test   runs all tests
#   make check  format, lint, types
#   make refresh  re-runs all notebooks and stores their outputs
#   make par    searches the par of each scenario anew
#   make lock   resolves the dependencies anew

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: lab test check unit notebooks browser refresh lock par wheel clean

lab: .venv/lab
	$(BIN)/salescoach lab

test: check unit notebooks browser

check: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

unit: .venv/test
	sh scripts/install_test_packages.sh
	$(BIN)/python -m pytest --ignore=tests/browser --numprocesses=2

# nbval compares every stored output with a new one, strictly.
notebooks: .venv/test
	$(BIN)/python -m pytest --nbval notebooks exercises --numprocesses=2 --dist=loadfile

browser: .venv/test
	sh scripts/install_test_packages.sh
	$(BIN)/python -m pytest tests/browser --numprocesses=2 --dist=worksteal

refresh: .venv/test
	$(BIN)/python scripts/refresh_notebooks.py

# The par of each scenario: some minutes. A test says when it is due.
par: .venv/test
	$(BIN)/python scripts/measure_par.py

# The locks hold for Linux, Mac and Windows and name no place to download from.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade
lock: .venv/test
	$(LOCK) pyproject.toml --extra fast --extra desk -o locks/lab.txt
	$(LOCK) locks/build.in --constraints locks/lab.txt -o locks/build.txt
	$(LOCK) pyproject.toml --extra fast --extra desk --extra postgres --extra test \
		--constraints locks/lab.txt --constraints locks/build.txt -o locks/test.txt

wheel: .venv/test
	$(BIN)/python -m hatchling build -t wheel

clean:
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# One environment: the lab's versions first, what only tests need on top.
.venv/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "salescoach needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 lab"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/lab: .venv/python locks/lab.txt locks/build.txt pyproject.toml $(wildcard jupyter/*.json)
	$(INSTALL) --require-hashes -r locks/lab.txt -r locks/build.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/lab locks/test.txt
	$(INSTALL) --require-hashes -r locks/test.txt
	@touch $@
