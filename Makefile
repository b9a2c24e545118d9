PY := .venv/bin/python
check:
	.venv/bin/ruff check . && .venv/bin/ruff format --check -q . && .venv/bin/lint-imports && .venv/bin/basedpyright
