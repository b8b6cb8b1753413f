/** Only this machine gets there: the loopback interface, or a socket file. */
const OWN = /^(?:localhost|127(?:\.\d+){3}|::1|.*\.sock)$/i

/** What a server that others reach and that asks for no key is told of; null where neither is so. */
export function openDoorNote(host: string, has_key: boolean): string | null {
  if (has_key || OWN.test(host)) return null
  return `${host}: whoever reaches this machine can use the server without a key; --api-key-file FILE makes it ask for one`
}
