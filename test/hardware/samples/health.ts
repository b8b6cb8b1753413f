/** Own texts in the form of the tools that say how a device is doing. */

export const NVIDIA_HEALTH = `index, name, temperature.gpu, clocks.current.sm [MHz], clocks.max.sm [MHz], clocks_event_reasons.active, power.draw [W], power.limit [W], memory.used [MiB], memory.free [MiB], utilization.gpu [%]
0, NVIDIA GeForce RTX 4090, 84, 2100 MHz, 3105 MHz, 0x0000000000000024, 449.31 W, 450.00 W, 20480 MiB, 3600 MiB, 99 %
1, NVIDIA GeForce RTX 4090, 41, 210 MHz, 3105 MHz, 0x0000000000000001, 18.02 W, 450.00 W, 1 MiB, 24079 MiB, 0 %
Unable to determine the device handle for GPU2: 0000:41:00.0: Unknown Error
3, NVIDIA GB10, 52, [N/A], [N/A], [N/A], 31.10 W, [N/A], [N/A], [N/A], 71 %
`

/** `nounits`, older spelling, single reasons, and the distance to the limit in place of the limit. */
export const NVIDIA_HEALTH_FIELDS = `index, name, temperature.gpu, temperature.gpu.tlimit, clocks.sm [MHz], clocks_throttle_reasons.hw_slowdown, clocks_throttle_reasons.hw_thermal_slowdown, clocks_throttle_reasons.sw_power_cap, power.draw [W], memory.used [MiB]
0, NVIDIA H100 80GB HBM3, 80, 7, 1200, Active, Active, Not Active, 512.5, 60000
`

export const NVIDIA_HEALTH_XML = `<?xml version="1.0" ?>
<nvidia_smi_log>
	<driver_version>550.54.14</driver_version>
	<gpu id="00000000:65:00.0">
		<product_name>NVIDIA RTX A4000</product_name>
		<fb_memory_usage><total>16376 MiB</total><used>15000 MiB</used><free>1024 MiB</free></fb_memory_usage>
		<utilization><gpu_util>98 %</gpu_util></utilization>
		<clocks_event_reasons>
			<clocks_event_reason_gpu_idle>Not Active</clocks_event_reason_gpu_idle>
			<clocks_event_reason_sw_power_cap>Active</clocks_event_reason_sw_power_cap>
			<clocks_event_reason_hw_slowdown>Active</clocks_event_reason_hw_slowdown>
			<clocks_event_reason_hw_power_brake_slowdown>Active</clocks_event_reason_hw_power_brake_slowdown>
		</clocks_event_reasons>
		<temperature>
			<gpu_temp>88 C</gpu_temp>
			<gpu_temp_slow_threshold>99 C</gpu_temp_slow_threshold>
			<gpu_temp_max_gpu_threshold>93 C</gpu_temp_max_gpu_threshold>
		</temperature>
		<gpu_power_readings><power_draw>139.80 W</power_draw><current_power_limit>140.00 W</current_power_limit></gpu_power_readings>
		<clocks><graphics_clock>1200 MHz</graphics_clock><sm_clock>1200 MHz</sm_clock></clocks>
		<max_clocks><graphics_clock>2100 MHz</graphics_clock><sm_clock>2100 MHz</sm_clock></max_clocks>
	</gpu>
</nvidia_smi_log>
`

export const NVIDIA_HEALTH_Q = `==============NVSMI LOG==============

Driver Version                            : 470.82
GPU 00000000:0B:00.0
    Product Name                          : Tesla V100-PCIE-32GB
    Clocks Throttle Reasons
        Idle                              : Not Active
        SW Power Cap                      : Not Active
        HW Slowdown                       : Active
            HW Thermal Slowdown           : Active
            HW Power Brake Slowdown       : Not Active
    FB Memory Usage
        Total                             : 32510 MiB
        Used                              : 30000 MiB
        Free                              : 2510 MiB
    Temperature
        GPU Current Temp                  : 86 C
        GPU Slowdown Temp                 : 87 C
        GPU Max Operating Temp            : 83 C
    Power Readings
        Power Draw                        : 201.10 W
        Power Limit                       : 250.00 W
    Clocks
        SM                                : 900 MHz
    Max Clocks
        SM                                : 1380 MHz
`

/** Orin: offline cores, clock in brackets; a second line that was cut off. */
export const TEGRASTATS = `06-14-2025 10:00:00 RAM 6000/7620MB (lfb 1x4MB) SWAP 0/3810MB (cached 0MB) CPU [55%@1510,60%@1510,12%@1510,9%@1510,off,off] EMC_FREQ 0%@2133 GR3D_FREQ 97%@[624] VIC off APE 200 cpu@61.25C soc2@58.5C gpu@63.5C tj@63.5C VDD_IN 14200mW/13800mW VDD_CPU_GPU_CV 6100mW/6000mW
06-14-2025 10:00:01 RAM 6001/7620MB (lfb 1x4MB) SWAP 0/3810MB (cached 0MB) CPU [5`

/** Older release: `CPU@` is a temperature, the PMIC always says 100, rails without units. */
export const TEGRASTATS_OLD = `RAM 2100/3964MB (lfb 20x4MB) IRAM 0/252kB(lfb 252kB) CPU [12%@1224,10%@1224,11%@1224,12%@1224] EMC_FREQ 3%@1600 GR3D_FREQ 40%@460 APE 25 PLL@46.5C CPU@49C PMIC@100C GPU@47C AO@57.5C thermal@48.25C POM_5V_IN 4500/4300 POM_5V_GPU 900/800
`

/** A phone: a hot CPU cluster past its passive point, a GPU in tenths, a sensor that is off. */
export const THERMAL_ZONES = `/sys/class/thermal/thermal_zone0/type:cpu-1-3
/sys/class/thermal/thermal_zone0/temp:96200
/sys/class/thermal/thermal_zone0/trip_point_0_type:passive
/sys/class/thermal/thermal_zone0/trip_point_0_temp:95000
/sys/class/thermal/thermal_zone0/trip_point_1_type:critical
/sys/class/thermal/thermal_zone0/trip_point_1_temp:115000
/sys/class/thermal/thermal_zone1/type:cpu-0-0
/sys/class/thermal/thermal_zone1/temp:71000
/sys/class/thermal/thermal_zone2/type:gpuss-0
/sys/class/thermal/thermal_zone2/temp:612
/sys/class/thermal/thermal_zone3/type:skin-therm
/sys/class/thermal/thermal_zone3/temp:41
/sys/class/thermal/thermal_zone4/type:modem
/sys/class/thermal/thermal_zone4/temp:-273000
`

export const CPU_CLOCKS = `/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count:17
/sys/devices/system/cpu/cpufreq/policy0/scaling_cur_freq:1800000
/sys/devices/system/cpu/cpufreq/policy0/scaling_max_freq:1800000
/sys/devices/system/cpu/cpufreq/policy0/cpuinfo_max_freq:1800000
/sys/devices/system/cpu/cpufreq/policy4/scaling_cur_freq:1900000
/sys/devices/system/cpu/cpufreq/policy4/scaling_max_freq:2000000
/sys/devices/system/cpu/cpufreq/policy4/cpuinfo_max_freq:2850000
`

export const GPU_HWMON = `/sys/class/drm/card1/device/mem_info_vram_used:1073741824
/sys/class/drm/card1/device/mem_info_vram_total:17163091968
/sys/class/drm/card1/device/gpu_busy_percent:87
/sys/class/drm/card1/device/pp_dpm_sclk:0: 500Mhz
/sys/class/drm/card1/device/pp_dpm_sclk:1: 1500Mhz *
/sys/class/drm/card1/device/pp_dpm_sclk:2: 2124Mhz
/sys/class/drm/card1/device/hwmon/hwmon3/name:amdgpu
/sys/class/drm/card1/device/hwmon/hwmon3/temp1_input:101000
/sys/class/drm/card1/device/hwmon/hwmon3/temp1_crit:100000
/sys/class/drm/card1/device/hwmon/hwmon3/power1_average:203000000
/sys/class/drm/card1/device/hwmon/hwmon3/power1_cap:203000000
/sys/class/drm/card1/device/hwmon/hwmon3/freq1_input:1500000000
`

export const XPU_DUMP = `Timestamp, DeviceId, GPU Utilization (%), GPU Power (W), GPU Frequency (MHz), GPU Core Temperature (Celsius Degree)
10:00:00.000,    0,     , 51.20, 2400,
10:00:00.000,    1,  97.5, N/A, 2050, 66.00
10:00:01.000,    0,     , 99.99, 1,
`

export const PMSET_INTEL = `2025-06-14 10:00:00 +0200 CPU Power notify
	CPU_Scheduler_Limit 	= 100
	CPU_Available_CPUs 	= 8
	CPU_Speed_Limit 	= 62
`

export const PMSET_APPLE = `Note: No thermal warning level has been recorded
Note: No performance warning level has been recorded
Note: No CPU power status has been recorded
`
