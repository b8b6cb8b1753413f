#!/bin/sh
# One script for every machine: no backend is named, so each target's own counts.
exec llama-server -m models/qwen3-4b-q4_k_m.gguf -ngl 99 -c 8192 -np 1 -t 4 --fit off
