/** Where the project lives: `uses: org/lp-config-action@v1`, links in reports, where to report a defect. */
export const REPOSITORY = 'org/lp-config-action'

export const ISSUES_URL = `https://github.com/${REPOSITORY}/issues`
