import { UserError } from '../errors.ts'
import { quotePosix } from '../export/shell-quote.ts'
import type { ModelFacts } from '../model/facts.ts'
import { factsFromHeader } from '../model/facts-from-gguf.ts'
import { readGgufHeader, type GgufHeader } from '../model/gguf/header.ts'
import { joinParts, partCount, partName, partOfName } from '../model/gguf/parts.ts'
import { KIB, MIB } from '../units.ts'
import { chooseHfFile } from './hf-choose.ts'
import { hubTrouble, listHfFiles } from './hf-files.ts'
import { hubAuthorization, hubEndpoint, isTrue } from './hf-hub.ts'
import { parseHfName, type HfName } from './hf-name.ts'
import { HTTP_LIMITS, openHttpSession, type HttpLimits, type HttpSession } from './http-session.ts'
import type { StatusTrouble } from './http-range.ts'
import { openHttpSource, type HttpSourceOptions } from './http-source.ts'
import { statusTrouble } from './http-trouble.ts'
import { fileNameOf, parseHttpUrl, showUrl } from './http-url.ts'

export type RemoteModel = {
  readonly facts: ModelFacts
  /** What the file is called once it is here: `model_path` of a config. */
  readonly file_name: string
  /** For people: what was read, and how to get the file. */
  readonly note: string
  readonly requests: number
  readonly bytes: number
}

export type RemoteOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly limits?: HttpLimits
}

/** One URL for each part, in order, and what to say of statuses. */
type Remote = {
  readonly urls: readonly [URL, ...URL[]]
  readonly source: string
  readonly trouble: StatusTrouble
  readonly download: string
}

/** Parts after the first have no vocabulary. */
const PART_BYTES = 128 * KIB

/**
 * The facts of a model on a web server or on the Hugging Face hub, from its header alone: a few MiB of it are fetched.
 * @param name `https://host/model.gguf`, or `hf:owner/repo[:quant]`; of a model in parts, the first
 * @throws UserError with one sentence that shows no login, token or signature
 */
export async function readRemoteGguf(name: string, { env, limits = HTTP_LIMITS }: RemoteOptions): Promise<RemoteModel> {
  const authorize = (url: URL) => hubAuthorization(url, env)
  const session = openHttpSession({ env, limits, authorize })
  try {
    const remote = /^hf:/i.test(name)
      ? await onHub(session, parseHfName(name), env)
      : await atUrl(parseHttpUrl(name), env)
    const facts = factsFromHeader(await readHeaders(session, remote), remote.source)
    const { requests, bytes } = session.used()
    const read = `${(bytes / MIB).toFixed(1)} MiB of ${remote.source} were read; model_path is the name of the file`
    return { facts, file_name: fileNameOf(remote.urls[0]), note: `${read}. ${remote.download}`, requests, bytes }
  } finally {
    session.close()
  }
}

async function onHub(session: HttpSession, name: HfName, env: RemoteOptions['env']): Promise<Remote> {
  if (isTrue(env['HF_HUB_OFFLINE'])) {
    throw new UserError('environment', 'HF_HUB_OFFLINE forbids to ask the hub', 'Unset it, or pass the path of a file.')
  }
  const endpoint = hubEndpoint(env)
  const login = (await hubAuthorization(endpoint, env)) !== undefined
  const { paths, quant, by_quant } = chooseHfFile(await listHfFiles(session, endpoint, name, login), name)
  const { owner, repo } = name
  const [first, ...others] = paths.map((path) => {
    const place = path.split('/').map(encodeURIComponent).join('/')
    return new URL(`${owner}/${repo}/resolve/main/${place}`, endpoint)
  })
  if (first === undefined) throw new Error('a choice without a file')
  const command = by_quant ? `${owner}/${repo}:${quant}` : `${owner}/${repo} -hff ${quotePosix(paths[0])}`
  return {
    urls: [first, ...others],
    source: `hf:${owner}/${repo}/${paths[0]}`,
    trouble: (_where, status, after) => hubTrouble(endpoint, name, login, status, after),
    download: `To download and start it: llama-server -hf ${command}`,
  }
}

async function atUrl(url: URL, env: RemoteOptions['env']): Promise<Remote> {
  const part = partOfName(url.pathname)
  const partUrl = (no: number) => {
    const other = new URL(url)
    if (part !== null) other.pathname = partName(part.stem, no, part.count)
    return other
  }
  if (part !== null && part.no !== 1) {
    const message = `${showUrl(url)} is part ${part.no} of a model; llama.cpp wants the first`
    throw new UserError('input', message, `Give ${fileNameOf(partUrl(1))} instead.`)
  }
  const others = Array.from({ length: Math.max(0, (part?.count ?? 1) - 1) }, (_, i) => partUrl(i + 2))
  const secret = url.search !== '' || url.username !== '' || url.password !== ''
  return {
    urls: [url, ...others],
    source: showUrl(url),
    trouble: await troubleAt(url, env),
    download: secret ? 'Download it to use it.' : `To download and start it: llama-server -mu ${quotePosix(url.href)}`,
  }
}

/** For a file on the hub, what the hub means by a status. */
async function troubleAt(url: URL, env: RemoteOptions['env']): Promise<StatusTrouble> {
  const endpoint = new URL('/', url)
  const [, owner, repo, verb] = url.pathname.split('/')
  const on_hub = [hubEndpoint(env).origin, 'https://huggingface.co'].includes(url.origin)
  if (on_hub && owner !== undefined && repo !== undefined && verb === 'resolve') {
    const login = (await hubAuthorization(url, env)) !== undefined
    const name = { owner, repo, quant: undefined }
    return (where, status, after) =>
      status === 404 ? statusTrouble(where, status) : hubTrouble(endpoint, name, login, status, after)
  }
  return statusTrouble
}

async function readHeaders(session: HttpSession, { urls, trouble }: Remote): Promise<GgufHeader> {
  const [url, ...others] = urls
  const first = await readHeader(session, url, { trouble })
  const count = partCount(first)
  if (count !== urls.length) {
    const wanted = count === 1 ? 'it is whole' : `its name must be like ${partName('<name>', 1, count)}`
    throw new UserError('input', `${first.name} does not go with its name: it is one of ${count} parts, so ${wanted}`)
  }
  const headers: [GgufHeader, ...GgufHeader[]] = [first]
  for (const other of others) {
    // oxlint-disable-next-line no-await-in-loop -- over one connection, and no further than the first that is wrong
    headers.push(await readHeader(session, other, { trouble, first_bytes: PART_BYTES }))
  }
  return joinParts(headers)
}

async function readHeader(session: HttpSession, url: URL, options: HttpSourceOptions): Promise<GgufHeader> {
  const source = await openHttpSource(session, url, options)
  try {
    return await readGgufHeader(source)
  } finally {
    source.close()
  }
}
