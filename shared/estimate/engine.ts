/** llama.cpp release whose rules and allocations the estimates follow: the one that node-llama-cpp 3.22.1 packs. */
export const ENGINE = 'llama.cpp de3ff81'
