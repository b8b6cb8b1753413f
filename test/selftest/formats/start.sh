#!/bin/sh
CONTEXT=131072
exec llama-server -m /models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf -ngl 99 \
  -c "$CONTEXT" -np 1 --fit off
