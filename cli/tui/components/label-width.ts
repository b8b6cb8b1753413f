/** Columns of the names of memories and speeds: the more there are, the more of a product's name is said. */
export function labelWidth(columns: number): number {
  if (columns >= 100) return 24
  if (columns >= 72) return 16
  return columns >= 52 ? 10 : 6
}
