import { budgetLines } from '../../shared/estimate/budget.ts'
import { type MemoryBreakdown, type MemoryEstimate, totalOf } from '../../shared/estimate/memory-estimate.ts'
import type { Target } from '../../shared/profile/target.ts'
import { kernelsWords } from '../../shared/report/memory-text.ts'
import { showGib } from '../../shared/units.ts'
import { tableLines } from './fields.ts'

/** What every device and the host need, and with a target how much of what it has. */
export function memoryLines(memory: MemoryEstimate, target?: Target): string[] {
  const parts = [...memory.devices, memory.host]
  const rows = parts.map((part, index) => partRow(index < memory.devices.length ? `device ${index}` : 'host', part))
  if (target) {
    const budgets = budgetLines(memory, target)
    for (const [index, { name, need_bytes, usable }] of budgets.entries()) {
      const row = rows[index]
      const isRam = index === budgets.length - 1
      if (row && !isRam) row.splice(0, 1, name)
      // On unified memory RAM holds devices and host together: a row of its own.
      if (row && !(isRam && target.unified)) row.push(budgetText(need_bytes, usable?.bytes ?? null))
      else rows.push(['together', '', '', '', showGib(need_bytes), budgetText(need_bytes, usable?.bytes ?? null)])
    }
  }
  return [...tableLines([['', 'model', 'context', 'compute', 'total'], ...rows], [1, 2, 3, 4]), basisLine(memory)]
}

function partRow(name: string, part: MemoryBreakdown): string[] {
  return [name, showGib(part.model), showGib(part.context), showGib(part.compute), showGib(totalOf(part))]
}

function budgetText(need: number, usable: number | null): string {
  if (usable === null || usable <= 0) return 'usable memory unknown'
  const share = `of ${showGib(usable)} usable (${Math.round((need / usable) * 100)} %)`
  return need > usable ? `${share}, does not fit: ${showGib(need - usable)} over` : share
}

function basisLine(memory: MemoryEstimate): string {
  const program = memory.program === 'server' ? 'llama-server' : 'llama-cli, llama-bench and llama-cpp-python'
  const bound =
    memory.basis === 'exact' ? `exact${kernelsWords(memory)}` : `to within ${Math.round(memory.bound * 100)} %`
  return `for ${program}, ${bound}, by the rules of ${memory.engine}`
}
