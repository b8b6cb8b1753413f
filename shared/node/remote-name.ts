/** Whether a model's name is one that only the network can answer: `hf:owner/repo`, or a URL of any scheme. */
export function isRemoteName(name: string): boolean {
  return /^(?:hf:|[a-z][a-z0-9+.-]+:\/\/)/i.test(name)
}
