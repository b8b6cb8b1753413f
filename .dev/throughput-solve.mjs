// Robust fit of times that are sums of terms, each the exponential of a linear sum of parameters:
//   log t(row) = log( sum_k base_k * exp( sum_i coefficient_ki * parameter_i ) ) + sum_j coefficient_j * parameter_j
// Gauss-Newton with damping; Huber weights on the residuals; a normal prior on every parameter (so that a class with few
// rows leans on its backend).

/**
 * @param {{ terms: { base: number, of: [string, number][] }[], of?: [string, number][], log: number, weight: number }[]} rows
 * @param {(name: string) => { mean: number, sd: number }} prior
 * @returns {Map<string, number>}
 */
export function solve(rows, prior, start = new Map()) {
  const index = new Map()
  const at = (name) => index.get(name) ?? (index.set(name, index.size), index.size - 1)
  const compiled = rows.map((row) => ({
    log: row.log,
    weight: row.weight,
    of: (row.of ?? []).map(([name, c]) => [at(name), c]),
    terms: row.terms.map((term) => ({ base: term.base, of: term.of.map(([name, c]) => [at(name), c]) })),
  }))
  const names = [...index.keys()]
  const priors = names.map(prior)
  let x = Float64Array.from(names, (name, i) => start.get(name) ?? priors[i].mean)
  let now = cost(compiled, priors, x)
  let damping = 1e-3
  for (let round = 0; round < 60; round++) {
    const { matrix, gradient } = normal(compiled, priors, x)
    let better = false
    for (let attempt = 0; attempt < 8 && !better; attempt++) {
      const step = cholesky(matrix, gradient, damping)
      const next = x.map((value, i) => value + step[i])
      const then = cost(compiled, priors, next)
      if (then < now) {
        better = true
        damping = Math.max(damping / 5, 1e-9)
        const gain = now - then
        x = next
        now = then
        if (gain < 1e-7 * (1 + now)) return new Map(names.map((name, i) => [name, x[i]]))
      } else damping *= 6
    }
    if (!better) break
  }
  return new Map(names.map((name, i) => [name, x[i]]))
}

/** Log of the time that the parameters give a row; absent parameters count 0. */
export function logTime(row, parameters) {
  const value = (of) => of.reduce((sum, [name, c]) => sum + c * (parameters.get(name) ?? 0), 0)
  const time = row.terms.reduce((sum, term) => sum + term.base * Math.exp(value(term.of)), 0)
  return Math.log(time) + value(row.of ?? [])
}

const SIGMA = 0.08
const HUBER = 1.5

function evaluate(row, x) {
  const parts = row.terms.map((term) => term.base * Math.exp(term.of.reduce((sum, [i, c]) => sum + c * x[i], 0)))
  const time = parts.reduce((a, b) => a + b, 0)
  const shift = row.of.reduce((sum, [i, c]) => sum + c * x[i], 0)
  return { parts, time, residual: (row.log - Math.log(time) - shift) / SIGMA }
}

function cost(rows, priors, x) {
  let sum = 0
  for (const row of rows) {
    const r = Math.abs(evaluate(row, x).residual)
    sum += row.weight * (r <= HUBER ? (r * r) / 2 : HUBER * (r - HUBER / 2))
  }
  priors.forEach(({ mean, sd }, i) => (sum += ((x[i] - mean) / sd) ** 2 / 2))
  return sum
}

function normal(rows, priors, x) {
  const n = x.length
  const matrix = Array.from({ length: n }, () => new Float64Array(n))
  const gradient = new Float64Array(n)
  for (const row of rows) {
    const { parts, time, residual } = evaluate(row, x)
    const slope = new Map()
    const bump = (i, value) => slope.set(i, (slope.get(i) ?? 0) + value / SIGMA)
    row.terms.forEach((term, k) => term.of.forEach(([i, c]) => bump(i, (c * parts[k]) / time)))
    row.of.forEach(([i, c]) => bump(i, c))
    const weight = row.weight * Math.min(1, HUBER / Math.max(Math.abs(residual), 1e-12))
    for (const [i, a] of slope) {
      gradient[i] += weight * a * residual
      for (const [j, b] of slope) matrix[i][j] += weight * a * b
    }
  }
  priors.forEach(({ mean, sd }, i) => {
    matrix[i][i] += 1 / sd ** 2
    gradient[i] += (mean - x[i]) / sd ** 2
  })
  return { matrix, gradient }
}

/** Solves (matrix + damping * its diagonal) step = gradient for a symmetric positive matrix. */
function cholesky(matrix, gradient, damping) {
  const n = gradient.length
  const low = matrix.map((row) => Float64Array.from(row))
  for (let i = 0; i < n; i++) low[i][i] *= 1 + damping
  for (let j = 0; j < n; j++) {
    const rowJ = low[j]
    for (let k = 0; k < j; k++) rowJ[j] -= rowJ[k] * rowJ[k]
    rowJ[j] = Math.sqrt(Math.max(rowJ[j], 1e-300))
    for (let i = j + 1; i < n; i++) {
      const rowI = low[i]
      let sum = rowI[j]
      for (let k = 0; k < j; k++) sum -= rowI[k] * rowJ[k]
      rowI[j] = sum / rowJ[j]
    }
  }
  const y = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = gradient[i]
    for (let k = 0; k < i; k++) sum -= low[i][k] * y[k]
    y[i] = sum / low[i][i]
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i]
    for (let k = i + 1; k < n; k++) sum -= low[k][i] * y[k]
    y[i] = sum / low[i][i]
  }
  return y
}
