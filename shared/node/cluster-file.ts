import { UserError } from '../errors.ts'
import { type ClusterMachine, clusterTarget } from '../profile/cluster.ts'
import type { Target } from '../profile/target.ts'
import { readCluster } from '../read-wishes.ts'
import { formatFinding } from '../report/sentence.ts'
import { pageUrl } from '../project.ts'

/**
 * Text of a cluster file -> its machines as one target.
 * @param file as the user named it, for messages
 * @param load what the name of a machine means: a profile id or a snapshot file
 * @throws UserError for a file that is no cluster, with the line
 */
export async function clusterFromText(
  text: string,
  file: string,
  load: (hardware: string) => Promise<Target>,
): Promise<Target> {
  const { list, problems } = readCluster(text)
  // A key that is written wrong is also one that is missing.
  const first = problems.find(({ rule }) => rule === 'LP005') ?? problems[0]
  if (list === null || first !== undefined) {
    const where = first === undefined ? file : `${file}:${first.place.line}:${first.place.column}`
    const what = first === undefined ? 'is no cluster' : formatFinding(first)
    throw new UserError('input', `${where}: ${what}`, `${pageUrl('docs/clusters.md')} shows the form.`)
  }
  const machines: ClusterMachine[] = []
  for (const { hardware, ...link } of list.machines) {
    if (/[,]|\.ya?ml$/i.test(hardware)) {
      const shown = JSON.stringify(hardware.slice(0, 80))
      throw new UserError('input', `${file}: a machine is one profile or snapshot, not ${shown}`)
    }
    // oxlint-disable-next-line no-await-in-loop -- a few files
    machines.push({ target: await load(hardware), ...link })
  }
  return clusterTarget(machines)
}
