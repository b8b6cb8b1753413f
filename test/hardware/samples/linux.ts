/** Outputs of invented Linux machines, with the oddities of real ones. */

export const CPUINFO_X86 = [0, 1, 2, 3]
  .map(
    (cpu) => `processor\t: ${cpu}
vendor_id\t: GenuineIntel
cpu family\t: 6
model name\t: Intel(R) Xeon(R) Gold 9999X  CPU @ 2.70GHz
physical id\t: ${cpu % 2}
siblings\t: 2
core id\t\t: 5
cpu cores\t: 1
flags\t\t: fpu sse3 pni ssse3 fma avx f16c bmi2 avx2 avx512f avx512_vnni amx_int8${cpu === 3 ? '' : ' avx_vnni'}
power management:
`,
  )
  .join('\n')

/** Two kinds of ARM cores, no model name. */
export const CPUINFO_ARM = ['0xd46', '0xd46', '0xd46', '0xd4e']
  .map(
    (part, cpu) => `processor       : ${cpu}
BogoMIPS        : 26.00
Features        : fp asimd aes fphp asimdhp asimddp ${part === '0xd4e' ? 'sve i8mm bf16' : 'i8mm bf16'}
CPU implementer : 0x41
CPU architecture: 8
CPU variant     : 0x1
CPU part        : ${part}
CPU revision    : 0
`,
  )
  .join('\n')

/** Old kernel: a name under `Processor`, one block for all CPUs. */
export const CPUINFO_ARM_OLD = `Processor       : ARMv7 Processor rev 9 (v7l)
processor       : 0
processor       : 1
Features        : swp half neon vfpv4
CPU implementer : 0x41
CPU architecture: 7
CPU part        : 0xc0f

Hardware        : Example Board
Serial          : 0000000000000000
`

export const LSCPU_JSON = `{"lscpu": [
 {"field": "Architecture:", "data": "x86_64", "children": [
   {"field": "CPU op-mode(s):", "data": "32-bit, 64-bit"}]},
 {"field": "CPU(s):", "data": "12", "children": [{"field": "On-line CPU(s) list:", "data": "0-11"}]},
 {"field": "Vendor ID:", "data": "GenuineIntel", "children": [
   {"field": "Model name:", "data": "Example(R) Core(TM) 5 120X", "children": [
     {"field": "Thread(s) per core:", "data": "2"},
     {"field": "Core(s) per socket:", "data": "8"},
     {"field": "Socket(s):", "data": "1"},
     {"field": "Flags:", "data": "fpu avx2 f16c"}]}]},
 {"field": "NUMA:", "data": null, "children": [{"field": "NUMA node(s):", "data": "1"}]}
]}`

/** Three kinds of cores, each with its own block; sockets and clusters mixed; a dash for a name. */
export const LSCPU_BLOCKS = `Architecture:            aarch64
CPU(s):                  9
On-line CPU(s) list:     0-8
Vendor ID:               ARM
Model name:              -
BIOS Model name:         Example SoC 9
Thread(s) per core:      1
Core(s) per socket:      2
Socket(s):               1
Flags:                   fp asimd asimddp
Model name:              Cortex-A520
Thread(s) per core:      1
Core(s) per cluster:     4
Socket(s):               -
Cluster(s):              1
Model name:              Cortex-A720
Thread(s) per core:      1
Core(s) per socket:      3
Socket(s):               1
NUMA node(s):            2
NUMA node0 CPU(s):       0-8
NUMA node1 CPU(s):
`

/** Decimal commas, an offline CPU, SMT. */
export const LSCPU_E = `CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE    MAXMHZ   MINMHZ
  0    0      0    0 0:0:0:0          yes 4100,0000 800,0000
  1    0      0    1 1:1:1:0          yes 4100,0000 800,0000
  2    0      0    0 0:0:0:0          yes 4100,0000 800,0000
  3    -      -    - -                 no         -        -
`

export const LSCPU_P = `# The following is the parsable format
# CPU,Core,Socket,Node,,L1d,L1i,L2,L3
0,0,0,0,,0,0,0,0
1,1,0,0,,1,1,1,0
2,2,1,1,,2,2,2,1
3,0,0,0,,0,0,0,0
`

/** 4 fast cores with two threads, 8 slow ones; the kernel names both kinds; CPU 20 is off. */
export const TOPOLOGY_HYBRID = [
  '/sys/devices/system/cpu/online:0-15',
  '/sys/devices/system/node/online:0',
  '/sys/devices/cpu_core/cpus:0-7',
  '/sys/devices/cpu_atom/cpus:8-13',
  '/sys/devices/cpu_lowpower/cpus:14-15',
  ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((cpu) => [
    `/sys/devices/system/cpu/cpu${cpu}/topology/core_cpus_list:${cpu - (cpu % 2)}-${cpu - (cpu % 2) + 1}`,
    `/sys/devices/system/cpu/cpu${cpu}/topology/physical_package_id:0`,
  ]),
  ...[8, 9, 10, 11, 12, 13, 14, 15, 20].flatMap((cpu) => [
    `/sys/devices/system/cpu/cpu${cpu}/topology/core_cpus_list:${cpu}`,
    `/sys/devices/system/cpu/cpu${cpu}/topology/physical_package_id:0`,
  ]),
].join('\n')

/** Relative capacities of single-threaded cores, as `path:value` lines. */
export function topologyOf(capacities: readonly number[]): string {
  return [
    `/sys/devices/system/cpu/online:0-${capacities.length - 1}`,
    ...capacities.flatMap((capacity, cpu) => [
      `/sys/devices/system/cpu/cpu${cpu}/topology/thread_siblings_list:${cpu}`,
      `/sys/devices/system/cpu/cpu${cpu}/topology/physical_package_id:-1`,
      `/sys/devices/system/cpu/cpu${cpu}/cpu_capacity:${capacity}`,
    ]),
  ].join('\n')
}

export const MEMINFO = `MemTotal:       32560412 kB
MemFree:         1203344 kB
MemAvailable:   20114008 kB
Buffers:          104220 kB
Cached:         17001200 kB
Shmem:            310000 kB
HugePages_Total:       0
`

export const MEMINFO_OLD = `MemTotal:        1024000 kB
MemFree:          100000 kB
Buffers:           20000 kB
Cached:           300000 kB
Shmem:             40000 kB
`

export const STATUS = `Name:\tnode
Cpus_allowed:\tff0f
Cpus_allowed_list:\t0-3,8-15
Mems_allowed_list:\t0
`

export const SELF_CGROUP_HYBRID = `11:memory:/job.slice/run-1
7:cpu,cpuacct:/job.slice
1:name=systemd:/job.slice
0::/job.slice/run-1
`

/** v2: the middle folder is the tightest for CPU, the leaf for memory. */
export const CGROUP_V2 = `/sys/fs/cgroup/cpu.max:max 100000
/sys/fs/cgroup/a/cpu.max:150000 100000
/sys/fs/cgroup/a/memory.max:max
/sys/fs/cgroup/a/b/cpu.max:400000 100000
/sys/fs/cgroup/a/b/memory.max:4294967296
/sys/fs/cgroup/a/b/memory.current:3221225472
/sys/fs/cgroup/a/b/memory.stat:anon 1000
/sys/fs/cgroup/a/b/memory.stat:inactive_file 1073741824
`

export const CGROUP_V1_FREE = `/sys/fs/cgroup/cpu/cpu.cfs_quota_us:-1
/sys/fs/cgroup/cpu/cpu.cfs_period_us:100000
/sys/fs/cgroup/memory/memory.limit_in_bytes:9223372036854771712
/sys/fs/cgroup/memory/memory.usage_in_bytes:123456
`

export const SURROUNDINGS_WSL = `/proc/1/cgroup:0::/init.scope
/proc/version:Linux version 6.6.87.2-microsoft-standard-WSL2 (root@builder) (gcc 11.2.0)
`

export const GETPROP = `[ro.board.platform]: [exampleboard]
[ro.product.manufacturer]: [Example]
[ro.product.model]: [Phone 12 Ultra]
[ro.soc.model]: [EX9990]
[persist.sys.timezone]: [Europe/Berlin]
`

export const BUILD_PROP = `# begin build properties
ro.product.model=Tablet [8]
ro.product.manufacturer=
ro.board.platform=mt0001
`
