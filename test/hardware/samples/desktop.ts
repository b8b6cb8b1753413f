/** Outputs of invented Macs and Windows machines. */

/** The slow level printed first; a limit for GPU memory; a negative number. */
export const SYSCTL_APPLE = `hw.perflevel1.physicalcpu: 4
hw.perflevel1.name: Efficiency
hw.perflevel0.physicalcpu: 12
hw.perflevel0.name: Performance
hw.memsize: 51539607552
hw.memsize_usable: 50465865728
hw.cpufamily: -634136515
hw.physicalcpu: 16
hw.logicalcpu: 16
hw.optional.neon: 1
hw.optional.arm.FEAT_DotProd: 1
hw.optional.arm.FEAT_I8MM: 1
hw.optional.arm.FEAT_BF16: 0
machdep.cpu.brand_string: Apple M9 Max
iogpu.wired_limit_mb: 40960
`

/** The slower level is called "Performance": no efficiency cores. */
export const SYSCTL_SUPER = `hw.nperflevels: 2
hw.perflevel0.physicalcpu: 6
hw.perflevel0.name: Super
hw.perflevel1.physicalcpu: 12
hw.perflevel1.name: Performance
hw.physicalcpu: 18
iogpu.wired_limit_mb: 0
`

export const SYSCTL_INTEL = `machdep.cpu.thread_count: 8
machdep.cpu.core_count: 4
machdep.cpu.features: FPU SSE3 AVX1.0 F16C FMA
machdep.cpu.leaf7_features: BMI2 AVX2
machdep.cpu.brand_string: Intel(R) Core(TM) i7-7777K CPU @ 4.20GHz
hw.memsize: 17179869184
`

export const VM_STAT = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            400000.
Pages inactive:                           20000.
Pages speculative:                         3000.
Pages purgeable:                           1000.
`

export const MAC_HARDWARE = `{"SPHardwareDataType": [{"_name": "hardware_overview", "chip_type": "Apple M9 Pro",
 "machine_model": "Mac99,1", "number_processors": "proc 15:5:0:10", "physical_memory": "48 GB"}]}`

export const MAC_HARDWARE_TEXT = `Hardware:
      Model Identifier: Mac99,2
      Chip: Apple M9
      Total Number of Cores: 10 (4 performance and 6 efficiency)
      Memory: 24 GB
`

/** Displays with names of their own; an adapter without a model. */
export const MAC_DISPLAYS = `{"SPDisplaysDataType": [
 {"_name": "Apple M9 Pro", "sppci_model": "Apple M9 Pro", "sppci_cores": "20",
  "spdisplays_mtlgpufamilysupport": "spdisplays_metal4",
  "spdisplays_ndrvs": [{"_name": "EXAMPLE NVIDIA U3419W"}]},
 {"_name": "spdisplays_display", "spdisplays_vram": "7 MB", "spdisplays_vendor-id": "0x1234"}]}`

export const MAC_DISPLAYS_TEXT = `Graphics/Displays:
    AMD Radeon Pro 7777M:
      Chipset Model: AMD Radeon Pro 7777M
      VRAM (Total): 4 GB
      Metal Support: Metal 2
      Displays:
        Color LCD:
          Resolution: 3072 x 1920
`

export const WINDOWS_MACHINE = `{"os":{"FreePhysicalMemory":20000000,"TotalVisibleMemorySize":33261680},
"cpu":[{"Name":"Example Ryzen 9 9999X 16-Core Processor            ","NumberOfCores":16,"NumberOfLogicalProcessors":32}]}`

/** AdapterRAM has run over on two cards, the registry knows one of them; a remote display; an APU. */
export const WINDOWS_GPUS = String.raw`{"gpu":[
 {"Name":"AMD Radeon RX 9999 XT","AdapterRAM":4293918720,"DriverVersion":"32.0.1","PNPDeviceID":"PCI\\VEN_1002&DEV_7FFF&SUBSYS_1"},
 {"Name":"Intel(R) Arc(TM) B999 Graphics","AdapterRAM":4294967295,"DriverVersion":"32.0.2","PNPDeviceID":"PCI\\VEN_8086&DEV_E2FF"},
 {"Name":"NVIDIA Example GT 10","AdapterRAM":2147483648,"DriverVersion":"31.0","PNPDeviceID":"PCI\\VEN_10DE&DEV_1D01"},
 {"Name":"AMD Radeon(TM) 888M","AdapterRAM":536870912,"DriverVersion":"32.0.1","PNPDeviceID":"PCI\\VEN_1002&DEV_150E"},
 {"Name":"Microsoft Remote Display Adapter","AdapterRAM":null,"DriverVersion":"10.0","PNPDeviceID":"SWD\\REMOTEDISPLAYENUM"}],
"registry":[{"DriverDesc":"AMD Radeon RX 9999 XT","MatchingDeviceId":"pci\\ven_1002&dev_7fff","HardwareInformation.qwMemorySize":17095983104}]}`

/** What a bare ConvertTo-Json gives: lists as \`{value, Count}\`, properties one level down. */
export const WINDOWS_GPUS_NESTED = `{"gpu":{"value":[{"CimInstanceProperties":[
 {"Name":"Name","Value":"NVIDIA Example RTX 77"},{"Name":"AdapterRAM","Value":4293918720}]}],"Count":1},"registry":null}`
