/** Own texts in the form of tools that describe a machine as a whole. */

/** Two nodes with interleaved CPUs and a GPU's memory as a third. */
export const NUMACTL = `available: 3 nodes (0,8,252)
node 0 cpus: 0 2 4 6
node 0 size: 16000 MB
node 0 free: 15000 MB
node 8 cpus: 1 3 5 7
node 8 size: 16100 MB
node 8 free: 100 MB
node 252 cpus:
node 252 size: 15360 MB
node 252 free: 15359 MB
node distances:
node   0   8  252
  0:  10  40  80
`

export const NUMA_FOLDERS = `/sys/devices/system/node/node0/cpulist:0-63
/sys/devices/system/node/node0/meminfo:Node 0 MemTotal:       201326592 kB
/sys/devices/system/node/node0/meminfo:Node 0 MemFree:        100000000 kB
/sys/devices/system/node/node1/cpulist:
/sys/devices/system/node/node1/meminfo:Node 1 MemTotal:       100663296 kB
/sys/devices/system/node/node1/meminfo:Node 1 MemFree:        100600000 kB
`

/** Underlined header, a network card among the columns, GPUs of two sockets. */
export const TOPO = `\t\u001B[4mGPU0\tGPU1\tGPU2\tNIC0\tCPU Affinity\tNUMA Affinity\tGPU NUMA ID\u001B[0m
GPU0\t X \tNV4\tSYS\tPIX\t0-15\t0\t\tN/A
GPU1\tNV4\t X \tSYS\tPIX\t0-15\t0\t\tN/A
GPU2\tSYS\tSYS\t X \tSYS\t16-31\t1\t\tN/A
NIC0\tPIX\tPIX\tSYS\t X

Legend:

  X    = Self
  NV#  = Connection traversing a bonded set of # NVLinks
`

export const NVPMODEL = `NVPM WARN: fan mode is not set!
NV Power Mode: 15W
2
`

export const JETSON_CLOCKS = `SOC family:tegra234  Machine:NVIDIA Jetson Example Kit
Online CPUs: 0-3,6
cpu0:  Online=1 Governor=schedutil MinFreq=115200 MaxFreq=1510400 CurrentFreq=115200 IdleStates: WFI=1 c7=1
GPU MinFreq=114750000 MaxFreq=624750000 CurrentFreq=114750000
EMC MinFreq=204000000 MaxFreq=2133000000 CurrentFreq=665600000 FreqOverride=0
NV Power Mode: MODE_15W_6CORE
`

export const DMI = `/sys/class/dmi/id/sys_vendor:NVIDIA
/sys/class/dmi/id/product_name:NVIDIA_Example_Spark
/sys/class/dmi/id/board_name:To Be Filled By O.E.M.
`

export const FREE_H = `               total        used        free      shared  buff/cache   available
Mem:            62Gi       8.1Gi        41Gi       245Mi        13Gi        53Gi
Swap:          2.0Gi          0B       2.0Gi
`

/** German, bytes. */
export const FREE_B = `              gesamt       benutzt     frei      gemns.  Puffer/Cache verfügbar
Speicher:  67000000000  8000000000  9000000000  1000000  50000000000  58000000000
`

/** Before procps 3.3.10 there is no "available" column. */
export const FREE_OLD = `             total       used       free     shared    buffers     cached
Mem:       4040000    3900000     140000          0     200000    2500000
-/+ buffers/cache:    1200000    2840000
`

/** Node 1 and above are pretended: their lists are empty. */
export const LSCPU_FAKE_NUMA = `Architecture:             aarch64
CPU(s):                   4
Model name:               Cortex-A76
NUMA node(s):             3
NUMA node0 CPU(s):        0-3
NUMA node1 CPU(s):        \t
NUMA node2 CPU(s):        
`

export const ROCM_TABLE_OLD = `==================ROCm System Management Interface==================
================================================================================
GPU  Temp   AvgPwr  SCLK    MCLK     Fan     Perf  PwrCap  VRAM%  GPU%
1    52.0c  91.0W   1440Mhz  945Mhz   31.4%   auto  220.0W   71%   98%
3    30.0c  N/A     0Mhz     167Mhz   0%      auto  170.0W   N/A   0%
================================================================================
==============================End of ROCm SMI Log ==============================
`

/** Since ROCm 6: ids in front, two lines of titles, partitions in the middle. */
export const ROCM_TABLE = `======================================== ROCm System Management Interface ========================================
================================================== Concise Info ==================================================
Device  Node  IDs              Temp    Power  Partitions          SCLK    MCLK     Fan  Perf  PwrCap  VRAM%  GPU%
              (DID,     GUID)  (Edge)  (Avg)  (Mem, Compute, ID)
==================================================================================================================
0       1     0x744c,   55924  61.0°C  248.0W  N/A, N/A, 0         2371Mhz  1249Mhz  40%  auto  303.0W  83%    99%
==================================================================================================================
`

export const WMIC_GPUS = `AdapterRAM  DriverVersion   Name                         PNPDeviceID
4293918720  32.0.15.6094    NVIDIA Example RTX 77        PCI\\VEN_10DE&DEV_2684&SUBSYS_0&REV_A1\\4&1&0&8
1073741824  31.0.101.2125   Intel(R) UHD Graphics 770    PCI\\VEN_8086&DEV_4680&SUBSYS_0&REV_0C\\3&1&0&10
`

export const WMIC_GPU_LIST = `

AdapterRAM=2147483648
DriverVersion=31.0.15.2802
Name=NVIDIA GeForce Example 50
PNPDeviceID=PCI\\VEN_10DE&DEV_1D01


AdapterRAM=
DriverVersion=10.0.1
Name=Microsoft Basic Display Adapter
PNPDeviceID=ROOT\\BASICDISPLAY
`

export const WMIC_CPU = `

Name=AMD Example 9 9999 16-Core Processor        
NumberOfCores=16
NumberOfLogicalProcessors=32

TotalVisibleMemorySize=66968164
FreePhysicalMemory=40000000
`

export const DXDIAG = `---------------
Display Devices
---------------
           Card name: AMD Radeon 888M
        Manufacturer: Advanced Micro Devices, Inc.
      Display Memory: 20645 MB
    Dedicated Memory: 8448 MB
       Shared Memory: 12197 MB

           Card name: NVIDIA GeForce RTX 77
      Display Memory: 40.123 MB
    Dedicated Memory: 24.340 MB
       Shared Memory: 15.783 MB

           Card name:
      Display Memory: n/a
    Dedicated Memory: n/a
`

export const SYSTEMINFO_DE = `Hostname:                                      EXAMPLE
Betriebssystemversion:                         10.0.19045 Nicht zutreffend Build 19045
Gesamter physischer Speicher:                  6.143 MB
Verfügbarer physischer Speicher:               2.011 MB
`

export const SYSTEMINFO_FR = `Nom de l'hôte:                              EXAMPLE
Mémoire physique totale:                    32\u202f678 Mo
`
