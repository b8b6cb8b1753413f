/** Lines as llama-server writes them, in the forms of several releases; sizes are our own. */

/** Release de3ff81 at `-lv 4`: a model on one device and the host, read without mapping. */
export const LOG_NOW = `
0.00.036.815 I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors from m.gguf (version GGUF V3 (latest))
0.00.038.020 I print_info: no_alloc              = 0
0.00.038.968 I load_tensors:        CUDA0 model buffer size =  1000.00 MiB
0.00.038.968 I load_tensors:    CUDA_Host model buffer size =   100.00 MiB
0.00.039.841 I llama_context:  CUDA_Host  output buffer size =     0.58 MiB
0.00.040.608 I llama_kv_cache:      CUDA0 KV buffer size =    64.00 MiB
0.00.040.708 I llama_kv_cache:      CUDA0 KV buffer size =    16.00 MiB
0.00.049.193 I sched_reserve:      CUDA0 compute buffer size =   300.00 MiB
0.00.049.194 I sched_reserve:      CUDA0 compute buffer size =   304.75 MiB
0.00.049.195 I sched_reserve:  CUDA_Host compute buffer size =     8.01 MiB
0.00.061.091 I srv  llama_server: listening on http://127.0.0.1:18700
`

/** A release of 2024: other prefixes, no word for the weights. */
export const LOG_2024 = `
llama_model_loader: loaded meta data with 30 key-value pairs and 291 tensors from m.gguf (version GGUF V3 (latest))
llm_load_tensors:        CPU buffer size =   100.00 MiB
llm_load_tensors:      CUDA0 buffer size =  1000.00 MiB
llama_kv_cache_init:      CUDA0 KV buffer size =    80.00 MiB
llama_new_context_with_model:  CUDA_Host  output buffer size =     0.49 MiB
llama_new_context_with_model:      CUDA0 compute buffer size =   304.75 MiB
llama_new_context_with_model:  CUDA_Host compute buffer size =     8.01 MiB
main: server is listening on http://127.0.0.1:8080 - starting the main loop
`

/** A pass that only measures, then the real one, then a draft model. */
export const LOG_TWICE = `
I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors from m.gguf
I print_info: no_alloc              = 1
I load_tensors:          CPU model buffer size =   999.00 MiB
I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors from m.gguf
I print_info: no_alloc              = 0
I load_tensors:   MTL0_Mapped model buffer size =   500.00 MiB
I load_tensors:   CPU_Mapped model buffer size =   90.00 MiB
I llama_kv_cache:       MTL0 KV buffer size =    32.00 MiB
I llama_memory_recurrent:       MTL0 RS buffer size =    2.00 MiB
I sched_reserve:       MTL0 compute buffer size =   100.00 MiB
I sched_reserve:        CPU compute buffer size =     5.00 MiB
I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors from draft.gguf
I load_tensors:   MTL0_Mapped model buffer size =   77.00 MiB
I sched_reserve:       MTL0 compute buffer size =   55.00 MiB
`

/** A processor with AMX: some weights are packed into a buffer of their own, the whole file is mapped. */
export const LOG_AMX = `
0.00.036.815 I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors from m.gguf (version GGUF V3 (latest))
0.00.038.020 I print_info: no_alloc              = 0
0.00.038.968 I load_tensors:          AMX model buffer size =   225.50 MiB
0.00.038.968 I load_tensors:   CPU_Mapped model buffer size =   373.50 MiB
0.00.040.608 I llama_kv_cache:        CPU KV buffer size =    24.00 MiB
0.00.049.193 I sched_reserve:        CPU compute buffer size =    37.50 MiB
0.00.061.091 I srv  llama_server: listening on http://127.0.0.1:18700
`

export const HELP_NOW = `----- common params -----

-h,    --help, --usage                  print usage and exit
--version                               show version and build info
-t,    --threads N                      number of CPU threads to use during generation (default: -1)
                                        (env: LLAMA_ARG_THREADS)
-c,    --ctx-size N                     size of the prompt context (default: 0, 0 = loaded from model)
-fa,   --flash-attn [on|off|auto]       set Flash Attention use ('on', 'off', or 'auto', default: 'auto')
--perf, --no-perf                       whether to enable internal libllama performance timings (default:
-ngl,  --gpu-layers, --n-gpu-layers N   max. number of layers to store in VRAM
-kvu,  --kv-unified, -no-kvu, --no-kv-unified
                                        use single unified KV buffer
--cache-type-k TYPE                     KV cache data type for K
--metrics                               enable prometheus compatible metrics endpoint
`

/** A release of 2024: \`-fa\` is a switch, mapping has its own flags, no \`--fit\`. */
export const HELP_2024 = `usage: ./llama-server [options]

-h,    --help, --usage                  print usage and exit
-t,    --threads N                      number of threads to use during generation (default: -1)
-c,    --ctx-size N                     size of the prompt context (default: 4096)
-fa,   --flash-attn                     enable Flash Attention (default: disabled)
--mlock                                 force system to keep model in RAM
--no-mmap                               do not memory-map model
`
