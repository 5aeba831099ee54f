# `make run` and `make test` do all the set-up they need; the rest is for makers.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test quick golden release bench stress judge lock docs audit sbom clean

help: ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: ## serve the wizard on http://127.0.0.1:8000
	@bin/setup run
	@.venv/bin/raadwijzer serve

test: ## everything: lint, types, contracts, content, tests
	@bin/setup test
	@bin/checks

quick: ## before a commit: lint, types, contracts, content, and every test that is not slow
	@bin/setup test
	@bin/checks quick

golden: ## write the memos and papers of real cases anew; read the difference aloud
	@bin/setup test
	@.venv/bin/pytest --quiet tests/content/test_golden_memos.py tests/content/test_golden_papers.py --update-golden

release: ## say what a publisher must still fill in
	@bin/setup test
	@.venv/bin/python bin/release.py

bench: ## measure speed; prints a table
	@bin/setup test
	@.venv/bin/pytest tests/bench -m bench -p no:randomly --capture=no --quiet

stress: ## many visitors at once
	@bin/setup test
	@.venv/bin/pytest tests/stress -m stress -p no:randomly --capture=no --quiet

judge: ## let veraPDF judge the papers; needs Java
	@bin/setup judge
	@.venv/bin/pytest tests/reports/test_verapdf.py -rs

docs: ## print the glossary and take the pictures of the manuals
	@bin/setup test
	@.venv/bin/python bin/glossary.py > docs/begrippen.md
	@.venv/bin/python bin/pictures.py

lock: ## choose versions again, for Python and for the CSS
	@bin/setup test
	@bin/lock

audit: ## ask whether a locked package has a known weakness
	@bin/setup test
	@.venv/bin/python bin/audit.py

sbom: ## print what the program is made of (CycloneDX)
	@bin/setup test
	@.venv/bin/python bin/sbom.py

clean: ## remove what was made; dossiers in instance/ stay
	rm -rf .venv node_modules static/css/nlds.css static/fonts dist
