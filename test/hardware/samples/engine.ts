/** Own texts in the form of what llama.cpp prints. */

/** The list on stdout and the start lines on stderr, in a log that joins both. */
export const DEVICES_CUDA = `time=2026-01-01T00:00:00Z level=DEBUG msg="llama-server discovery"
Available devices:
  CUDA0: NVIDIA Example 3080 (10000 MiB, 9000 MiB free)
  CUDA1: NVIDIA Example PRO / 40 (24026 MiB, 23795 MiB free)
ggml_cuda_init: found 2 CUDA devices (Total VRAM: 34027 MiB):
  Device 0: NVIDIA Example 3080, compute capability 8.6, VMM: yes, VRAM: 10000 MiB
  Device 1: NVIDIA Example PRO / 40, compute capability 12.0, VMM: yes, VRAM: 24026 MiB
`

export const DEVICES_ROCM = `ggml_cuda_init: found 1 ROCm devices (Total VRAM: 16368 MiB):
  Device 0: AMD Example MI60 / MI50, gfx906:sramecc+:xnack- (0x906), VMM: no, Wave Size: 64, VRAM: 16368 MiB (17592186044400 MiB free)
`

export const DEVICES_VULKAN = `ggml_vulkan: Found 2 Vulkan devices:
ggml_vulkan: 0 = AMD Radeon 888M Graphics (RADV GFX1199) (radv) | uma: 1 | fp16: 1 | bf16: 0 | warp size: 64
ggml_vulkan: 1 = NVIDIA Example RTX (NVIDIA) | uma: 0 | fp16: 1 | warp size: 32
`

export const DEVICES_METAL = `ggml_metal_device_init: GPU name:   Apple M9 Max
ggml_metal_device_init: GPU family: MTLGPUFamilyApple7  (1007)
ggml_metal_device_init: has unified memory    = true
ggml_metal_device_init: recommendedMaxWorkingSetSize  = 26800.60 MB
`

/** A fit: two tries, a prefix with a bar, a device whose free memory has wrapped, a repack buffer. */
export const MEMORY_TABLE = `svc-1  | common_memory_breakdown_print: | memory breakdown [MiB]            | total    free     self   model   context   compute    unaccounted |
svc-1  | common_memory_breakdown_print: |   - SYCL0 (Intel(R) Example(TM) B) | 16304 = 15902 + ( 6217 =  2502 +    2811 +     903) +       -5816 |
svc-1  | common_memory_breakdown_print: |   - Host                           |                  19041 = 18777 +       0 +     264                |
svc-1  | common_memory_breakdown_print: |   - RPC0 (10.0.0.9:50052)          | 10267 = 17592186044402 + ( 8569 =  6011 +    2537 +      19) +        1711 |
svc-1  | common_memory_breakdown_print: |   - SYCL0 (Intel(R) Example(TM) B) | 16304 = 15902 + ( 5000 =  2000 +    2500 +     500) +       -4598 |
svc-1  | common_memory_breakdown_print: |   - CPU_REPACK                     |                   1400 =  1400 +       0 +       0                |
`

export const MEMORY_TABLE_OLD = `llama_print_memory_breakdown: memory breakdown:      total   free     self   model   context   compute    unaccounted
llama_print_memory_breakdown:   - CUDA0 (RTX 77):    24080 = 9436 + (14193 = 13169 +      38 +     985) +         451
llama_print_memory_breakdown:   - CPU (EXAMPLE 77):  515628              72 =     0 +      57 +      15
`

export const LOAD_LOG = `build: 6123 (abcdef12) with cc (Ubuntu) for x86_64-linux-gnu
ggml_cuda_init: found 1 CUDA devices:
  Device 0: NVIDIA Example RTX 77, compute capability 8.9, VMM: yes
llama_params_fit_impl: projected to use 5120 MiB of device memory vs. 23000 MiB of free device memory
print_info: file type   = Q4_K - Medium
print_info: file size   = 4.68 GiB (4.91 BPW)
load_tensors:   CPU_Mapped model buffer size =   100.50 MiB
load_tensors:   CPU_Mapped model buffer size =   181.31 MiB
load_tensors:        CUDA0 model buffer size =  4403.49 MiB
llama_context: n_ctx         = 8192
llama_kv_cache:      CUDA0 KV buffer size =  1024.00 MiB
llama_memory_recurrent:      CUDA0 RS buffer size =    12.50 MiB
llama_context:  CUDA_Host  output buffer size =     0.58 MiB
llama_context:      CUDA0 compute buffer size =   296.00 MiB
llama_context:  CUDA_Host compute buffer size =    24.01 MiB
system_info: n_threads = 8 (n_threads_batch = 8) / 16 | CUDA : ARCHS = 890 | CPU : AVX2 = 1 |
`

export const LOAD_LOG_OLD = `INFO [                    main] build info | tid="1" timestamp=1 build=3673 commit="4084ca73"
llm_load_print_meta: model ftype      = Q5_K - Medium
llm_load_print_meta: model size       = 21.603 GiB (5.664 BPW)
llm_load_tensors: CUDA_Split buffer size = 21608.65 MiB
llm_load_tensors:        CPU buffer size =   510.04 MiB
llama_new_context_with_model: n_ctx      = 4096
llama_model_load_from_file_impl: using device MTL0 (Apple M9 Max) (unknown id) - 57343 MiB free
`

export const BENCH_TABLE = `ggml_vulkan: Found 1 Vulkan devices:
| model                          |       size |     params | backend    | ngl | fa |            test |                  t/s |
| ------------------------------ | ---------: | ---------: | ---------- | --: | -: | --------------: | -------------------: |
| llama 8B Q4_K - Medium         |   4.58 GiB |     8.03 B | Vulkan,RPC |  99 |  1 |           pp512 |       1045.00 ± 7.30 |
| llama 8B Q4_K - Medium         |   4.58 GiB |     8.03 B | Vulkan,RPC |  99 |  1 | pp5 | llama 8B Q4_K - Medium |
| llama 8B Q4_K - Medium         |   4.58 GiB |     8.03 B | Vulkan,RPC |  99 |  1 |           tg128 |         46.33 ± 0.02 |

build: 1a68ec937 (9193)
`

export const VULKAN_HEAPS = `memoryHeaps: count = 3
	memoryHeaps[0]:
		size   = 268435456 (0x10000000) (256.00 MiB)
		flags: count = 1
			MEMORY_HEAP_DEVICE_LOCAL_BIT
	memoryHeaps[1]:
		size   = 17179869184 (0x400000000) (16.00 GiB)
		flags:
			None
	memoryHeaps[2]:
		size   = 8589934592 (0x200000000) (8.00 GiB)
		flags: count = 1
			MEMORY_HEAP_DEVICE_LOCAL_BIT
`

/** What a log of `ollama serve` says of its devices: once at start, later again; the second card's free memory wraps. */
export const OLLAMA_LOG = `time=2026-01-01T00:00:00.000Z level=INFO source=types.go:130 msg="inference compute" id=GPU-aaaa library=cuda variant=v12 compute=8.9 driver=12.8 name="NVIDIA Example 77" total="15.5 GiB" available="14.0 GiB"
time=2026-01-01T00:00:00.000Z level=INFO source=types.go:130 msg="inference compute" id=GPU-bbbb library=cuda variant=v12 compute=7.5 driver=12.8 name="NVIDIA Example 66" total="6.0 GiB" available="5.2 GiB"
host ollama[77]: time=2026-01-01T00:00:09.000Z level=DEBUG source=gpu.go:391 msg="updating system memory data" before.total="62.0 GiB" before.free="50.0 GiB" now.total="62.0 GiB" now.free="48.5 GiB" now.free_swap="2.0 GiB"
host ollama[77]: time=2026-01-01T00:00:09.000Z level=DEBUG source=gpu.go:441 msg="updating cuda memory data" gpu=GPU-bbbb name="NVIDIA Example 66" overhead="900.0 MiB" before.total="6.0 GiB" before.free="5.2 GiB" now.total="6.0 GiB" now.free="17179869183.5 GiB" now.used="5.6 GiB"
time=2026-01-01T00:00:10.000Z level=INFO source=memory.go:356 msg="offload to cuda" layers.requested=-1 layers.model=41 layers.offload=29 layers.split="" memory.available="[6.9 GiB]"
`

/** Since 0.13: indices, a description beside the backend's own name, and the kind of GPU. */
export const OLLAMA_LOG_NEW = `time=2026-01-01T00:00:00.000Z level=INFO source=types.go:42 msg="inference compute" id=0 filter_id=0 library=Vulkan compute=0.0 name=Vulkan0 description="AMD Radeon 888M" libdirs=ollama driver=0.0 pci_id=0000:c4:00.0 type=iGPU total="32.0 GiB" available="31.4 GiB"
time=2026-01-01T00:00:09.000Z level=INFO source=sched.go:630 msg="gpu memory" id=0 library=Vulkan available="30.0 GiB" free="30.5 GiB" minimum="457.0 MiB" overhead="0 B"
time=2026-01-01T00:00:09.000Z level=INFO source=sched.go:623 msg="system memory" total="62.7 GiB" free="50.5 GiB" free_swap="4.0 GiB"
`
