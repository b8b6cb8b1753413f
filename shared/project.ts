/** Where the project lives: `uses: org/lp-config-action@v1`, links in reports, where to report a defect. */
export const REPOSITORY = 'org/lp-config-action'

export const ISSUES_URL = `https://github.com/${REPOSITORY}/issues`

/**
 * A page of the project, for hints: an installed package has no docs folder.
 * @param page with its folder, as in `docs/sets.md`, or `docs/rules.md#lp101`
 */
export function pageUrl(page: string): string {
  return `https://github.com/${REPOSITORY}/blob/v1/${page}`
}
