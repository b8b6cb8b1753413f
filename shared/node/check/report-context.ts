/** A report of 100,000 pairs is about this large. */
export const BASE_REPORT_LIMIT_BYTES = 128 * 2 ** 20

/**
 * Where this commit's files can be looked at, from the variables that GitHub sets; null elsewhere. Only what has the
 * form of an address, a name and a hash is used.
 */
export function blobUrl(env: Readonly<Record<string, string | undefined>>): string | null {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_SHA: sha = '' } = env
  const known =
    /^https?:\/\/[\w.-]+(:\d+)?$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(sha)
  return known ? `${server}/${repository}/blob/${sha}` : null
}
