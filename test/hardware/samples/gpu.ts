/** Outputs of invented machines with GPUs, with the oddities of real ones. */

/** An error line in the middle, a card without counted memory, a domain above zero. */
export const NVIDIA_CSV = `index, name, pci.bus_id, memory.total [MiB], memory.used [MiB], memory.free [MiB], driver_version, compute_cap, mig.mode.current
0, NVIDIA Example RTX 77, 00000000:0A:00.0, 24564 MiB, 564 MiB, 23500 MiB, 590.10, 8.9, [N/A]
Unable to determine the device handle for GPU1: 0000:0B:00.0: Unknown Error
2, NVIDIA GB10, 0000000F:01:00.0, [N/A], [N/A], [N/A], 590.10, 12.1, [Not Supported]
3, NVIDIA X900, 00000000:41:00.0, 81920 MiB, 0 MiB, 81000 MiB, 590.10, 9.0, Enabled
`

export const NVIDIA_CSV_BARE = `0, Example RTX 4000, 8192 MiB, 4096 MiB, 3900 MiB, 50, P0
1, Example RTX 4000, 8192 MiB, 0 MiB, 8000 MiB, 40, P8
`

/** The word about the driver has moved; MIG instances stand in front of the card's own memory. */
export const NVIDIA_Q = `
==============NVSMI LOG==============

Timestamp                                              : Mon Jan  5 10:00:00 2026
Driver Version                                         : 611.10 [Deprecated; use KMD Version]
CUDA Version                                           : 13.4 [Deprecated; use CUDA UMD Version]
KMD Version                                            : 611.10
CUDA UMD Version                                       : 13.4

Attached GPUs                                          : 1
GPU 00000000:41:00.0
    Product Name                                       : NVIDIA X900
    MIG Mode
        Current                                        : Enabled
        Pending                                        : Enabled
    MIG Devices
        MIG Device
            Index                                      : 0
            GPU Instance ID                            : 2
            Compute Instance ID                        : 0
            FB Memory Usage
                Total                                  : 40448 MiB
                Used                                   : 48 MiB
                Free                                   : 40400 MiB
            BAR1 Memory Usage
                Total                                  : 65535 MiB
        MIG Device
            Index                                      : 1
            GPU Instance ID                            : 2
            Compute Instance ID                        : 1
            FB Memory Usage
                Total                                  : 40448 MiB
                Free                                   : 40400 MiB
        MIG Device
            Index                                      : 2
            GPU Instance ID                            : 9
            Compute Instance ID                        : 0
            FB Memory Usage
                Total                                  : 9856 MiB
                Free                                   : 9800 MiB
    FB Memory Usage
        Total                                          : 81920 MiB
        Used                                           : 900 MiB
        Free                                           : 81000 MiB
    BAR1 Memory Usage
        Total                                          : 131072 MiB
`

export const NVIDIA_XML = `<?xml version="1.0" ?>
<!DOCTYPE nvidia_smi_log SYSTEM "nvsmi_device_v12.dtd">
<nvidia_smi_log>
  <driver_version>550.10</driver_version>
  <cuda_version>12.4</cuda_version>
  <gpu id="00000000:41:00.0">
    <product_name>NVIDIA X900</product_name>
    <mig_mode><current_mig>Enabled</current_mig></mig_mode>
    <mig_devices>
      <mig_device>
        <gpu_instance_id>2</gpu_instance_id>
        <fb_memory_usage><total>40448 MiB</total><free>40400 MiB</free></fb_memory_usage>
      </mig_device>
    </mig_devices>
    <fb_memory_usage><total>81920 MiB</total><used>900 MiB</used><free>81000 MiB</free></fb_memory_usage>
    <bar1_memory_usage><total>131072 MiB</total></bar1_memory_usage>
  </gpu>
</nvidia_smi_log>
`

export const NVIDIA_L = `GPU 0: NVIDIA Example RTX 77 (UUID: GPU-11111111-2222-3333-4444-555555555555)
GPU 3: NVIDIA X900 (UUID: GPU-aaaaaaaa-2222-3333-4444-555555555555)
  MIG 1c.3g.40gb  Device  0: (UUID: MIG-00000000-0000-0000-0000-000000000000)
  MIG 2c.3g.40gb  Device  1: (UUID: MIG-00000000-0000-0000-0000-000000000001)
  MIG 1g.10gb     Device  2: (UUID: MIG-00000000-0000-0000-0000-000000000002)
`

/** A cut name, a card without counted memory, a process row with a size, WSL's two versions. */
export const NVIDIA_TABLE = `Mon Jan  5 10:00:00 2026
+-----------------------------------------------------------------------------------------+
| NVIDIA-SMI 550.10                 Driver Version: 551.99         CUDA Version: 12.4     |
|-----------------------------------------+------------------------+----------------------+
| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |
|=========================================+========================+======================|
|   0  NVIDIA Example RTX 7700 L...  WDDM  |   00000000:02:00.0  On |                  N/A |
| N/A   43C    P8             13W /   93W |    1000MiB /  16000MiB |      2%      Default |
|                                         |                        |                  N/A |
+-----------------------------------------+------------------------+----------------------+
|   1  NVIDIA GB10                    On  |   0000000F:01:00.0 Off |                  N/A |
| N/A   36C    P8              3W /  N/A  | Not Supported          |      0%      Default |
|                                         |                        |                  N/A |
+-----------------------------------------+------------------------+----------------------+
|   2  NVIDIA X900                    On  |   00000000:41:00.0 Off |                   On |
| N/A   28C    P0             78W /  700W |      20MiB /  81920MiB |     N/A      Default |
|                                         |                        |              Enabled |
+-----------------------------------------+------------------------+----------------------+

| MIG devices:                                                                            |
| GPU  GI  CI  MIG |              Shared Memory-Usage |        Vol|        Shared         |
|  2    3   0   0  |              17MiB / 20096MiB    | 32      0 |  2   0    2    0    2 |
|                  |               0MiB / 29618MiB    |           |                       |

| Processes:                                                                              |
|    0   N/A  N/A            4174      G   /usr/lib/example                        84MiB |
`

/** A warning in front, changed case, a name that is a number, a second card without sizes. */
export const ROCM_JSON = `WARNING: AMD GPU device(s) is/are in a low-power state. Check power control/runtime_status

{"card0": {"Card Series": "Navi 99 [Radeon RX 9999 XT]", "GFX Version": "gfx1299", "PCI Bus": "0000:03:00.0",
  "VRAM Total Memory (B)": "17163091968", "VRAM Total Used Memory (B)": "163091968", "GTT Total Memory (B)": "33554432000"},
 "card1": {"Card series": "0x1002", "GFX Version": "gfx11001", "VRAM Total Memory (B)": "N/A"},
 "system": {"Driver version": "6.12.1"}}`

export const ROCM_CSV = `device,VRAM Total Memory (B),VRAM Total Used Memory (B),Card Series,GFX Version
card0,8573157376,10485760,Radeon RX 7600X,gfx1102
card1,536870912,0,Raphael,gfx1036
`

export const AMD_JSON = `[{"gpu": 0,
  "asic": {"market_name": "AMD Instinct MI399X", "vendor_id": "0x1002", "num_compute_units": 304, "target_graphics_version": "gfx942"},
  "bus": {"bdf": "0000:05:00.0"}, "driver": {"name": "amdgpu", "version": "6.14.14"},
  "vram": {"type": "HBM3", "size": {"value": 196288, "unit": "MB"}}},
 {"gpu": 1, "asic": {"market_name": "N/A", "target_graphics_version": "N/A"}, "bus": {"bdf": "0000:26:00.0"},
  "board": {"product_name": "AMD Radeon 888M Graphics"}, "vram": {"size": "N/A"}}]`

export const AMD_TEXT = `GPU: 0
    ASIC:
        MARKET_NAME: AMD Radeon RX 9999 XT
        NUM_COMPUTE_UNITS: 64
        TARGET_GRAPHICS_VERSION: gfx1201
    BUS:
        BDF: 0000:03:00.0
    IFWI:
        NAME: BOARD NAME
    DRIVER:
        NAME: amdgpu
        VERSION: 6.12.12
    VRAM:
        TYPE: GDDR6
        SIZE: 16304 MB
    RAS:
        ECC_BLOCK_STATE:
            UMC: DISABLED
`

export const AMD_TABLE = `+------------------------------------------------------------------------------+
| AMD-SMI 26.9.0       amdgpu version: 6.14.1 ROCm version: 7.2.0              |
| BDF                        GPU-Name | Mem-Uti   Temp   UEC       Power-Usage |
| GPU  HIP-ID  OAM-ID  Partition-Mode | GFX-Uti    Fan               Mem-Usage |
|=====================================+========================================|
| 0000:03:00.0  AMD Radeon RX 9999 XT | 0 %      34 °C   0            10/300 W |
|   0       0     N/A             N/A | 20 %     0.0 %             304/16304 MB |
|-------------------------------------+----------------------------------------|
| 0000:c4:00.0 ...adeon 888M Graphics | N/A        N/A   0             N/A/0 W |
|   1       1     N/A             N/A | N/A        N/A              100/1024 MB |
+------------------------------------------------------------------------------+
`

/** A host pool in front of the first agent, a CPU agent with Radeon in its name, an NPU. */
export const ROCMINFO = `    Pool 3
      Segment:                 GLOBAL; FLAGS: COARSE GRAINED
      Size:                    528023332(0x1f78ff24) KB
*******
Agent 1
*******
  Name:                    AMD Example 9 w/ Radeon 888M
  Marketing Name:          AMD Example 9 w/ Radeon 888M
  Device Type:             CPU
  Pool Info:
    Pool 1
      Size:                    64000000(0x3d09000) KB
*******
Agent 2
*******
  Name:                    gfx1201
  Marketing Name:          AMD Radeon RX 9999 XT
  Device Type:             GPU
  BDFID:                   768
  Pool Info:
    Pool 1
      Size:                    16695296(0xfec000) KB
  ISA Info:
    ISA 1
      Name:                    amdgcn-amd-amdhsa--gfx1201
    ISA 2
      Name:                    amdgcn-amd-amdhsa--gfx12-generic
*******
Agent 3
*******
  Name:                    aie9
  Marketing Name:          Example-npu
  Device Type:             DSP
`

export const SYCL_LS = `[opencl:gpu][opencl:0] Intel(R) OpenCL Graphics, Intel(R) Arc(TM) B999 Graphics OpenCL 3.0 NEO  [25.1]
2026-01-05T10:00:00.0Z [level_zero:gpu][level_zero:0] Intel(R) Level-Zero, Intel(R) Arc(TM) B999 Graphics 20.1.0 [1.6.1]
[ext_oneapi_level_zero:gpu:1] Intel(R) Level-Zero, Intel(R) UHD Graphics 7777 1.3 [1.3.0]
[native_cpu:cpu][native_cpu:0] SYCL_NATIVE_CPU, SYCL Native CPU 0.1 [0.0.0]
`

export const XPU_SMI = `+-----------+--------------------------------------------------------------------+
| Device ID | Device Information                                                 |
+-----------+--------------------------------------------------------------------+
| 0         | Device Name: Intel(R) UHD Graphics 7777                            |
|           | PCI BDF Address: 0000:00:02.0                                      |
+-----------+--------------------------------------------------------------------+
| 1         | Device Name: Intel(R) Arc(TM) B999 Graphics                        |
|           | PCI Device ID: 0xe2ff                                              |
|           | Memory Physical Size: 24480.00 MiB                                 |
+-----------+--------------------------------------------------------------------+
`

/** A card and an integrated GPU, the card through two drivers; the processor is a device too. */
export const CLINFO = `Number of platforms                               3
  Platform Name                                   Intel(R) OpenCL Graphics
  Platform Vendor                                 Intel(R) Corporation

  Platform Name                                   Intel(R) OpenCL Graphics
Number of devices                                 2
  Device Name                                     Intel(R) Arc(TM) B999 Graphics
  Device Vendor                                   Intel(R) Corporation
  Device Vendor ID                                0x8086
  Device Type                                     GPU
  Device PCI bus info (KHR)                       PCI-E, 0000:03:00.0
  Global memory size                              24385683456 (22.71GiB)
  Unified memory for Host and Device              No
  Device ID (Intel)                               58111
  Device Name                                     Intel(R) UHD Graphics 7777
  Device Vendor ID                                0x8086
  Device Type                                     GPU
  Device PCI bus info (KHR)                       PCI-E, 0000:00:02.0
  Global memory size                              53687091200 (50GiB)
  Unified memory for Host and Device              Yes

  Platform Name                                   rusticl
Number of devices                                 1
  Device Name                                     Mesa Intel(R) Arc(TM) B999 (EX9)
  Device Vendor ID                                0x8086
  Device Type                                     GPU
  Device PCI bus info (KHR)                       PCI-E, 0000:03:00.0

  Platform Name                                   Intel(R) OpenCL
Number of devices                                 1
  Device Name                                     Intel(R) Core(TM) i9-99900K
  Device Vendor ID                                0x8086
  Device Type                                     CPU
  Global memory size                              67297177600 (62.68GiB)
  Unified memory for Host and Device              No

NULL platform behavior
  clCreateContextFromType(NULL, CL_DEVICE_TYPE_GPU)  Success (2)
    Platform Name                                 Intel(R) OpenCL Graphics
    Device Name                                   Intel(R) Arc(TM) B999 Graphics
`

export const CLINFO_RAW = `#PLATFORMS                                        1
  CL_PLATFORM_NAME                                Intel(R) OpenCL Graphics
[INTEL/0]   CL_DEVICE_NAME                                  Intel(R) Arc(TM) A888 Graphics
[INTEL/0]   CL_DEVICE_VENDOR_ID                             0x8086
[INTEL/0]   CL_DEVICE_TYPE                                  CL_DEVICE_TYPE_GPU
[INTEL/0]   CL_DEVICE_GLOBAL_MEM_SIZE                       8053063680
[INTEL/0]   CL_DEVICE_HOST_UNIFIED_MEMORY                   CL_FALSE
`

export const VULKAN = `user@machine:~$ vulkaninfo --summary
Devices:
========
GPU0:
	vendorID           = 0x10de
	deviceID           = 0x2704
	deviceType         = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU
	deviceName         = NVIDIA Example RTX 77
	driverID           = DRIVER_ID_NVIDIA_PROPRIETARY
	driverInfo         = 590.10

GPU1:
	vendorID           = 0x8086
	deviceID           = 0x97ba03d7
	deviceType         = PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU
	deviceName         = Intel(R) UHD Graphics 7777
	driverInfo         = Mesa 25.1
GPU2:
	vendorID           = 0x10005
	deviceType         = PHYSICAL_DEVICE_TYPE_CPU
	deviceName         = llvmpipe (LLVM 20.1.0, 256 bits)
	driverID           = DRIVER_ID_MESA_LLVMPIPE
GPU3:
	vendorID           = 0x10de
	deviceType         = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU
	deviceName         = Microsoft Direct3D12 (NVIDIA Example RTX 77)
	driverID           = DRIVER_ID_MESA_DOZEN
`

/** "3d" in an id, "Non-VGA" in a class, a management controller, a nameless card, brackets in brackets. */
export const LSPCI_NN = `0000:00:00.0 Host bridge [0600]: Intel Corporation Xeon 3D Host Bridge [8086:3d00] (rev 02)
0000:00:02.0 Display controller [0380]: Intel Corporation Example Lake [Intel Arc Graphics 150X / 160X] [8086:64ff] (rev 04)
	Subsystem: Example Co., Ltd. [EXA] Device [1462:145f]
	Kernel driver in use: xe
0000:00:13.0 Non-VGA unclassified device [0000]: Intel Corporation Device [8086:7f2f] (rev 10)
0000:03:00.0 VGA compatible controller [0300]: Advanced Micro Devices, Inc. [AMD/ATI] Navi 99 [Radeon RX 9999 XT/9999] [1002:7fff] (rev c8) (prog-if 00 [VGA controller])
0000:0a:00.0 3D controller [0302]: NVIDIA Corporation Device [10de:2fff] (rev a1)
0000:55:00.0 VGA compatible controller [0300]: ASPEED Technology, Inc. ASPEED Graphics Family [1a03:2000] (rev 52)
`

export const LSPCI_PLAIN = `1a:00.0 3D controller: NVIDIA Corporation Device 2fff (rev a1)
01:00.0 VGA compatible controller: Matrox Electronics Systems Ltd. G200eR2 (rev 01)
00:02.0 VGA compatible controller: Intel Corporation CometLake [UHD Graphics] (rev 02)
`

export const LSPCI_MM = `00:02.0 "VGA compatible controller [0300]" "Intel Corporation [8086]" "HD Graphics 777 [5916]" -r02 "Example [1028]" "Device [075b]"
00:0f.0 "VGA compatible controller [0300]" "VMware [15ad]" "SVGA II Adapter [0405]" "VMware [15ad]" "SVGA II Adapter [0405]"
`

export const LSPCI_RECORDS = `Slot:\t00:0f.0
Class:\t0300
Vendor:\t15ad
Device:\t0405

Slot:\t01:00.0
Class:\t0302
Vendor:\t10de
Device:\t2fff
Driver:\tnvidia
`

export const SYS_DRM = `/sys/class/drm/card0/device/vendor:0x1a03
/sys/class/drm/card1/device/vendor:0x1002
/sys/class/drm/card1/device/device:0x7fff
/sys/class/drm/card1/device/uevent:DRIVER=amdgpu
/sys/class/drm/card1/device/uevent:PCI_SLOT_NAME=0000:03:00.0
/sys/class/drm/card1/device/mem_info_vram_total:17163091968
/sys/class/drm/card1/device/mem_info_vram_used:163091968
/sys/class/drm/card1/device/mem_info_gtt_total:33554432000
/sys/class/drm/card2/device/vendor:0x8086
/sys/class/drm/card2/device/device:0xe2ff
/sys/class/drm/card2/device/uevent:PCI_SLOT_NAME=0000:07:00.0
/sys/class/drm/card2/device/tile0/physical_vram_size_bytes:25669140480
`

export const SYS_PCI = `/sys/bus/pci/devices/0000:0a:00.0/class:0x030200
/sys/bus/pci/devices/0000:0a:00.0/vendor:0x10de
/sys/bus/pci/devices/0000:0a:00.0/device:0x2fff
/sys/bus/pci/devices/0000:55:00.0/class:0x030000
/sys/bus/pci/devices/0000:55:00.0/vendor:0x1a03
/sys/bus/pci/devices/0000:55:00.0/device:0x2000
`

export const MOBILE_GPU = `/sys/class/kgsl/kgsl-3d0/gpu_model:Adreno799v2
`

/** A plain \`xpu-smi\` of 2.0: a long name goes on below, and sizes stand on the last line of each card. */
export const XPU_TABLE = `+----------------------------------------------+----------------------------+------------------------+
|            Intel XPU-SMI v2.9    Driver: ABCDEF    Level Zero: 1.99.0                              |
+----------------------------------------------+----------------------------+------------------------+
| GPU  Name                    Persistence-M   | Bus-Id            Disp.A   |   Volatile Uncorr. ECC |
| Fan              Temp  Pwr:Usage/Cap         | Memory-Usage               |   GPU-Util  Compute M. |
+----------------------------------------------+----------------------------+------------------------+
|   0  Intel(R) Arc(TM) B999   Off             | 0000:03:00.0      Off      |               Disabled |
| N/A               25C  66W / 380W            | 239MiB / 12216MiB          |      0%        Default |
+----------------------------------------------+----------------------------+------------------------+
|   1  Intel(R) Arc(TM) Pro B  Off             | 0000:07:00.0      Off      |               Disabled |
|      99 Graphics                             |                            |                        |
| N/A               N/A  N/A                   | N/A                        |      N/A       Default |
+----------------------------------------------+----------------------------+------------------------+

+-------+-----------+--------+----------------+------------------------------------------------------+
| Processes:                                                                                         |
|     0     2874292     C      example                                                       206 MiB |
+-------+-----------+--------+----------------+------------------------------------------------------+
`
