# make demo · make test — the two commands. The rest is for those who change the code.
SHELL := /bin/sh
unexport PYTHONDONTWRITEBYTECODE # a second start is warm only with the bytecode of the first
BIN := .venv/bin
WEB := server/web
PAGES := $(WEB)/dist/index.html
WEB_TOOLS := $(WEB)/node_modules/.tools
WEB_SOURCES := $(shell find $(WEB)/src $(WEB)/public server/locales -type f ! -name "*.py*" 2>/dev/null) \
	$(WEB)/index.html $(WEB)/package-lock.json $(WEB)/vite.config.ts

.PHONY: demo test test-slow check eval bench docs train clean setup pages browser postgres peers

demo: setup $(PAGES)
	@$(BIN)/simmer demo

test: setup $(PAGES) $(WEB_TOOLS) browser
	@scripts/test

test-slow: setup $(PAGES) browser postgres peers
	@$(BIN)/python -m pytest -q -m slow

check: setup $(PAGES) $(WEB_TOOLS)
	@cd $(WEB) && PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent lint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/basedpyright

setup:
	@scripts/setup

browser:
	@scripts/browser

postgres:
	@scripts/postgres

peers: setup
	@scripts/peers

pages: setup $(PAGES)

$(PAGES): $(WEB_SOURCES) | setup
	@echo "② Web pages: installing and building …"
	@cd $(WEB) && PATH="$(CURDIR)/$(BIN):$$PATH" \
		npm ci --silent --omit=dev --no-audit --no-fund --prefer-offline && \
		PATH="$(CURDIR)/$(BIN):$$PATH" npm run --silent build -- --logLevel warn

$(WEB_TOOLS): $(WEB)/package-lock.json | $(PAGES)
	@cd $(WEB) && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent --no-audit --no-fund --prefer-offline
	@touch $@

eval: setup
	@for name in moves drafts; do echo "== $$name"; $(BIN)/simmer eval $$name; done

bench: setup
	@for name in intake loop ask listen replay distil; do echo "== $$name"; $(BIN)/simmer bench $$name; done

train: setup
	@$(BIN)/python -m evals.train.threads --train $(DATASETS)/irc-train --dev $(DATASETS)/irc-dev

docs: setup
	@$(BIN)/python -m evals.examples
	@$(BIN)/python -m evals.move_pages

clean:
	rm -rf .venv $(WEB)/node_modules $(WEB)/dist .pytest_cache .ruff_cache
