/** What may stand in place of the word being typed. */
export type Candidate = { readonly value: string; readonly help?: string | undefined }

/** Asks the shell for its own names of files in place of ours. */
export const FILES = ':files'
