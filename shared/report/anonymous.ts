/** What the machine and its user are called: a report must not hold it, wherever it stands. */
export type Identity = {
  readonly user: string
  readonly host: string
  readonly home: string
}

const MAC = /\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b(?![:-])/gi
const UUID = /\b(?:GPU-|MIG-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
/** AMD's unique ids and 16 or more hexadecimal digits in a row are numbers of one single device. */
const LONG_NUMBER = /\b(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{16,64}\b/gi
const IPV4 = /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?!\.)/g
const IPV6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:.])/gi
const MAIL = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\b/gi
const HOMES =
  /[a-z]:[\\/]{1,2}Users[\\/]{1,2}(?:[^\\/"':,;)\r\n]{1,64}(?=[\\/])|[^\s\\/"':,;)]{1,64})|(?:\/home\/|\/Users\/)[^\s\\/"':,;)]{1,64}/gi
/** A key that names such a number, and what stands behind it. */
const NAMED =
  /\b((?:serial(?:[ _-]?(?:no|number|num))?(?: \([a-z]{1,20}\))?|board_serial|uuid|guid|unique[ _-]?id|udid|imei|asset ?tag|host[ _-]?name|user[ _-]?name|computer ?name|registered owner|product ?id|platform_uuid|machine-id)["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s,;|)}\]]+)/gi

/** Words too common to be taken out of every text: a user who is called like a part of hardware stays in their name. */
const COMMON = new Set([
  'root',
  'user',
  'admin',
  'localhost',
  'ubuntu',
  'linux',
  'amd',
  'intel',
  'apple',
  'nvidia',
  'arm',
  'cpu',
  'gpu',
])

/**
 * A text without what tells whose machine it is from: names of user and machine, home folders, serial numbers, UUIDs,
 * MAC, IP and mail addresses. Each is replaced by a word in angle brackets that says what stood there.
 */
export function anonymous(text: string, { user, host, home }: Identity): string {
  let clean = text
  // Longer first: a home folder holds the user's name.
  if (home.length > 1) clean = clean.replaceAll(home, '<home>')
  clean = clean
    .replace(HOMES, '<home>')
    .replace(NAMED, '$1<removed>')
    .replace(UUID, '<uuid>')
    .replace(MAC, '<mac>')
    .replace(MAIL, '<mail>')
    .replace(IPV6, '<ip>')
    .replace(LONG_NUMBER, '<number>')
  const [short = ''] = host.split('.')
  for (const [name, word] of [
    [host, '<host>'],
    [short, '<host>'],
    [user, '<user>'],
  ] as const) {
    if (name.length >= 2 && !COMMON.has(name.toLowerCase())) clean = clean.replace(wholeWord(name), word)
  }
  return clean.replace(IPV4, (ip, at: number, whole: string) => (isVersion(whole, at) ? ip : '<ip>'))
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')
}

/** The same of every text in a value, however deep; for values that are laid out afterwards. */
export function anonymousValue<T>(value: T, identity: Identity): T {
  if (typeof value === 'string') return anonymous(value, identity) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry: unknown) => anonymousValue(entry, identity)) as T
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, anonymousValue(entry, identity)])) as T
}

/** Driver versions of Windows have four parts, too: `31.0.15.28`. */
function isVersion(text: string, at: number): boolean {
  return /(?:version|driver|release)[\s:="]{0,4}$/i.test(text.slice(Math.max(0, at - 20), at))
}
