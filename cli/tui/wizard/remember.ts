/**
 * The function with its last few results kept, by identity of the arguments: selectors are asked again for every
 * frame, and most frames change nothing that they look at.
 */
export function remember<A extends readonly unknown[], R>(work: (...args: A) => R, most = 8): (...args: A) => R {
  const kept: { readonly args: A; readonly result: R }[] = []
  return (...args) => {
    const found = kept.find((one) => one.args.every((arg, index) => Object.is(arg, args[index])))
    if (found !== undefined) return found.result
    const result = work(...args)
    kept.unshift({ args, result })
    kept.length = Math.min(kept.length, most)
    return result
  }
}
