import { describe, expect, it } from 'vitest'
import { linuxCoreClasses } from '../../../shared/hardware/core-classes.ts'
import { parseLscpuJson, parseLscpuTable, parseLscpuText } from '../../../shared/hardware/probes/lscpu.ts'
import { parseProcCpuinfo } from '../../../shared/hardware/probes/proc-cpuinfo.ts'
import { parseAffinity } from '../../../shared/hardware/probes/proc-status.ts'
import { parseTopology } from '../../../shared/hardware/probes/sys-topology.ts'
import { simdOf } from '../../../shared/hardware/simd.ts'
import * as linux from '../samples/linux.ts'

describe('/proc/cpuinfo', () => {
  it('counts cores by package, and keeps only flags that every CPU has', () => {
    const seen = parseProcCpuinfo(linux.CPUINFO_X86)
    expect(seen).toMatchObject({
      logical: 4,
      physical: 2,
      sockets: 2,
      vendor: 'intel',
      name: 'Intel(R) Xeon(R) Gold 9999X  CPU @ 2.70GHz',
    })
    expect(simdOf(seen?.flags ?? [])).toEqual([
      'sse3',
      'ssse3',
      'avx',
      'avx2',
      'avx512f',
      'avx512_vnni',
      'amx_int8',
      'bmi2',
      'f16c',
      'fma',
    ])
  })

  it('reads ARM parts; an instruction set of the fast cores alone does not count', () => {
    const seen = parseProcCpuinfo(linux.CPUINFO_ARM)
    expect(seen).toMatchObject({
      logical: 4,
      physical: 4,
      name: null,
      vendor: 'arm',
      parts: { '0x41:0xd46': 3, '0x41:0xd4e': 1 },
    })
    expect(simdOf(seen?.flags ?? [])).toEqual(['neon', 'dotprod', 'fp16', 'bf16', 'i8mm'])
  })

  it('tells the name under "Processor" from the index under "processor"', () => {
    expect(parseProcCpuinfo(linux.CPUINFO_ARM_OLD)).toMatchObject({
      logical: 2,
      name: 'ARMv7 Processor rev 9 (v7l)',
      hardware: 'Example Board',
      parts: { '0x41:0xc0f': 2 },
    })
  })

  it.each([
    ['processor\t: 0\ncpu\t\t: POWER9X (raw), altivec supported\n', 1, 'POWER9X (raw), altivec supported'],
    ['cpu\t\t: Example UltraSparc IX\nncpus active\t: 6\n', 6, 'Example UltraSparc IX'],
    ['processor\t: 0\nModel Name\t: Example-3A\nprocessor\t: 1\nModel Name\t: Example-3A\n', 2, 'Example-3A'],
    ['# processors    : 4\nprocessor 0: version = FF\nprocessor 1: version = FF\ncpu number : 0\n', 2, null],
  ])('reads other architectures: %j', (text, logical, name) => {
    expect(parseProcCpuinfo(text)).toMatchObject({ logical, name })
  })

  it('is null for text that is no cpuinfo', () => {
    expect(parseProcCpuinfo('')).toBeNull()
    expect(parseProcCpuinfo('cat: /proc/cpuinfo: Permission denied')).toBeNull()
  })
})

describe('lscpu', () => {
  it('reads nested JSON', () => {
    expect(parseLscpuJson(linux.LSCPU_JSON)).toMatchObject({
      arch: 'x86_64',
      name: 'Example(R) Core(TM) 5 120X',
      logical: 12,
      physical: 8,
      sockets: 1,
      threads_per_core: 2,
      numa_nodes: 1,
      flags: ['fpu', 'avx2', 'f16c'],
    })
  })

  it.each([
    ['German', 'CPU(s): 8', 'Modellname: Example i7', 'Thread(s) pro Kern: 2', 'Kern(e) pro Socket: 4', 'Sockel: 1'],
    [
      'French',
      'Processeur(s) : 8',
      'Nom de modèle : Example i7',
      'Thread(s) par cœur : 2',
      'Cœur(s) par socket : 4',
      'Socket(s) : 1',
    ],
    [
      'Portuguese',
      'CPU(s): 8',
      'Nome do modelo: Example i7',
      'Thread(s) per núcleo: 2',
      'Núcleo(s) por soquete: 4',
      'Soquete(s): 1',
    ],
    ['Italian', 'CPU: 8', 'Nome del modello: Example i7', 'Thread per core: 2', 'Core per socket: 4', 'Socket: 1'],
    ['Russian', 'CPU(s): 8', 'Имя модели: Example i7', 'Потоков на ядро: 2', 'Ядер на сокет: 4', 'Сокетов: 1'],
    [
      'Chinese (Taiwan)',
      'CPU(s): 8',
      '型號名稱： Example i7',
      '每核心執行緒數： 2',
      '每通訊端核心數： 4',
      'Socket(s)： 1',
    ],
    ['Korean', 'CPU: 8', '모델 이름: Example i7', '코어 당 스레드: 2', '소켓 당 코어 수: 4', '소켓: 1'],
    [
      'Turkish',
      'İşlemciler: 8',
      'Modem ismi: Example i7',
      'Çekirdek başına iş parçacığı: 2',
      'Soket başına çekirdek: 4',
      'Soket(ler): 1',
    ],
    ['Swedish', 'CPU(er): 8', 'Modellnamn: Example i7', 'Tråd(ar) per kärna: 2', 'Kärn(or) per uttag: 4', 'Uttag: 1'],
    ['Chinese', 'CPU: 8', '型号名称：Example i7', '每个核的线程数：2', '每个座的核数：4', '座：1'],
    [
      'Japanese',
      'CPU: 8',
      'モデル名: Example i7',
      'コアあたりのスレッド数: 2',
      'ソケットあたりのコア数: 4',
      'ソケット数: 1',
    ],
  ])('reads lscpu in %s', (_, ...lines) => {
    const seen = { name: 'Example i7', logical: 8, physical: 4, sockets: 1, threads_per_core: 2 }
    expect(parseLscpuText(lines.join('\n'))).toMatchObject(seen)
  })

  it('adds the cores of all blocks and skips names that are dashes', () => {
    expect(parseLscpuText(linux.LSCPU_BLOCKS)).toMatchObject({
      name: 'Cortex-A520',
      bios_name: 'Example SoC 9',
      logical: 9,
      physical: 9,
      numa_nodes: 2,
    })
  })

  it('multiplies the drawers and books of a mainframe, up to what its partition has', () => {
    const drawers = 'CPU(s): 8\nModel name: -\nThread(s) per core: 1\nCore(s) per socket: 8\nSocket(s) per book: 3\n'
    expect(parseLscpuText(`${drawers}Book(s) per drawer: 2\nDrawer(s): 4`)).toMatchObject({ logical: 8, physical: 8 })
    const books = 'CPU(s): 6\nThread(s) per core: 2\nCore(s) per socket: 1\nSocket(s) per book: 1\nBook(s): 3'
    expect(parseLscpuText(books)).toMatchObject({ logical: 6, physical: 3 })
  })

  it('reads -e and -p, online CPUs only', () => {
    expect(parseLscpuTable(linux.LSCPU_E)).toEqual({ logical: 3, physical: 2, sockets: 1, numa_nodes: 1 })
    expect(parseLscpuTable(linux.LSCPU_P)).toEqual({ logical: 4, physical: 3, sockets: 2, numa_nodes: 2 })
    const clusters =
      '# CPU,Core,Socket,Node,,L1d,L1i,L2\n0,0,0,,,0,0,0\n1,1,0,,,1,1,1\n2,0,0,,,2,2,2\n3,1,0,,,3,3,3\n4,0,0,,,4,4,4\n'
    expect(parseLscpuTable(clusters)?.physical).toBe(5)
    expect(parseLscpuTable(`${linux.LSCPU_P}\n${linux.LSCPU_P}`)?.logical).toBe(4)
  })

  it('finds fast cores by their second thread: 4 x 2 + 4 = 12 threads', () => {
    const seen = parseLscpuJson(linux.LSCPU_JSON)
    expect(linuxCoreClasses(null, null, seen)).toEqual({ performance: 4, efficiency: 4 })
  })
})

describe('CPUs in /proc/cpuinfo of rare machines', () => {
  it.each([
    ['cpu\t\t\t: Alpha\ncpu model\t\t: EV99\ncpus detected\t\t: 4\ncpus active\t\t: 4\n', 4, 'Alpha'],
    ['cpu : 604\nclock : 120MHz\n', 1, '604'],
    ['processor : 0\ncpu : 750\n\nprocessor : 1\ncpu : 750\n', 2, '750'],
  ])('%j', (text, logical, name) => expect(parseProcCpuinfo(text)).toMatchObject({ logical, name }))
})

describe('cores in /proc/cpuinfo', () => {
  const block = (cpu: number, pack: number, core: number, siblings: number, cores: number): string =>
    `processor\t: ${cpu}\nphysical id\t: ${pack}\nsiblings\t: ${siblings}\ncore id\t\t: ${core}\ncpu cores\t: ${cores}\n`

  it('believes a package whose dies number their cores alike', () => {
    const dies = [0, 1, 0, 1].map((core, cpu) => block(cpu, 0, core, 4, 4))
    expect(parseProcCpuinfo(dies.join('\n'))).toMatchObject({ logical: 4, physical: 4, sockets: 1 })
  })

  it('counts pairs where some threads of a package are off', () => {
    const rest = [0, 1, 2].map((core, cpu) => block(cpu, 0, core, 8, 8))
    expect(parseProcCpuinfo(rest.join('\n'))).toMatchObject({ logical: 3, physical: 3 })
  })
})

describe('/sys topology', () => {
  it('takes the kernel kinds, counts cores instead of threads, and leaves CPUs out that are off', () => {
    const seen = parseTopology(linux.TOPOLOGY_HYBRID)
    expect(seen?.cpus).toHaveLength(16)
    expect(seen?.numa_nodes).toBe(1)
    expect(linuxCoreClasses(seen, null, null)).toEqual({ performance: 4, efficiency: 8 })
  })

  it.each([
    ['three classes: only the smallest is slow', [325, 325, 325, 828, 828, 1024], { performance: 3, efficiency: 3 }],
    ['five values of two designs', [718, 731, 731, 997, 1017, 1024], { performance: 3, efficiency: 3 }],
    ['bins of one design', [905, 905, 1024, 1024], null],
    ['one fast core in the middle', [416, 1024, 416, 416, 416], { performance: 1, efficiency: 4 }],
  ])('%s', (_, capacities, expected) => {
    expect(linuxCoreClasses(parseTopology(linux.topologyOf(capacities)), null, null)).toEqual(expected)
  })

  it('falls back on ARM part numbers where no capacity is given', () => {
    const cpuinfo = parseProcCpuinfo(linux.CPUINFO_ARM)
    expect(linuxCoreClasses(null, cpuinfo, null)).toEqual({ performance: 1, efficiency: 3 })
  })

  it.each([
    // Two favoured cores are four favoured threads, so that each pair is a core.
    ['threads in pairs', [5000, 5000, 5200, 5200, 5200, 5200, 5000, 5000, 3900, 3900, 3900, 3900], 4],
    ['one thread a core, two favoured', [5000, 5000, 5200, 5200, 5000, 5000, 3900, 3900, 3900, 3900], 6],
    ['no favoured core: nothing tells', [4800, 4800, 4800, 4800, 3700, 3700, 3700, 3700], 4],
    ['not in pairs', [5000, 5200, 5200, 5000, 5200, 5200, 3900, 3900, 3900, 3900], 6],
  ])('counts fast cores by clocks alone: %s', (_, mhz, performance) => {
    const clocks = mhz.map((clock, cpu) => `/sys/devices/system/cpu/cpu${cpu}/cpufreq/cpuinfo_max_freq:${clock}000`)
    expect(linuxCoreClasses(parseTopology(clocks.join('\n')), null, null)).toEqual({ performance, efficiency: 4 })
  })

  it('does not take favoured clocks for classes', () => {
    const clocks = [5_200_000, 5_200_000, 5_000_000, 3_900_000].map(
      (khz, cpu) => `/sys/devices/system/cpu/cpu${cpu}/cpufreq/cpuinfo_max_freq:${khz}`,
    )
    const seen = parseTopology(clocks.join('\n'))
    expect(linuxCoreClasses(seen, null, null)).toEqual({ performance: 3, efficiency: 1 })
  })
})

describe('affinity', () => {
  it('counts the CPUs of the list', () => {
    expect(parseAffinity(linux.STATUS)).toBe(12)
    expect(parseAffinity('Name:\tnode')).toBeNull()
  })
})
