/** How a release of llama.cpp is pinned: by its build, or as the one that this program follows. */
export const RELEASE_PATTERN = /^(?:b\d{1,6}|v0\.5\.0|de3ff81)$/

/** The build of a release; infinity for the release that this program follows, which has every change in our tables. */
export function buildOf(release: string): number {
  return release.startsWith('b') ? Number(release.slice(1)) : Number.POSITIVE_INFINITY
}
