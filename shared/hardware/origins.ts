/** Where each believed fact comes from and why: `physical` -> `sys-topology: CPUs that share a core`. */
export type Origins = Readonly<Record<string, string>>

/** A possible source of a fact, in the order of trust. */
export type Candidate<T> = readonly [value: T | null | undefined, origin: string]

/** The first source that knows, with its origin; null where none does. */
export function firstKnown<T>(...candidates: readonly Candidate<T>[]): { value: T; origin: string } | null {
  for (const [value, origin] of candidates) if (value !== null && value !== undefined) return { value, origin }
  return null
}

/** The origins of chosen facts by name; those that nobody knew are left out. */
export function originsOf(facts: Readonly<Record<string, { readonly origin: string } | null>>): Origins {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, fact]) => (fact ? [[name, fact.origin]] : [])))
}
