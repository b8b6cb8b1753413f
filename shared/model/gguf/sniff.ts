type Known = { readonly is: string; readonly hint?: string; matches(bytes: Uint8Array, text: string): boolean }

const CONVERT = "Convert it with llama.cpp's convert_hf_to_gguf.py, or download a GGUF of the model."
const AGAIN = 'Download the file again, by the link that ends in /resolve/main/<file>.gguf.'

/** What people have in place of a GGUF file, by its first bytes. */
const KNOWN: readonly Known[] = [
  {
    is: 'a Git LFS pointer: a few lines of text in place of the model',
    hint: 'Fetch the model itself with: git lfs pull',
    matches: (_, text) => text.startsWith('version https://git-lfs'),
  },
  {
    is: 'a web page',
    hint: AGAIN,
    matches: (_, text) => /^\s*<(?:!doctype html|html|head|\?xml)/i.test(text),
  },
  {
    is: 'a model in the old ggml format of before August 2023, which llama.cpp no longer reads',
    hint: 'Download a GGUF of the model.',
    // The magics of llama.cpp's first formats (ggml, ggmf, ggjt, ggla), stored as little-endian numbers.
    matches: (_, text) => /^(?:lmgg|fmgg|tjgg|algg)/.test(text),
  },
  { is: 'a safetensors file', hint: CONVERT, matches: (_, text) => /^[^]{8}\{\s*"/.test(text) },
  {
    is: 'a zip archive (a PyTorch checkpoint?)',
    hint: CONVERT,
    matches: (_, text) => text.startsWith('PK\u0003\u0004'),
  },
  { is: 'a gzip archive', hint: 'Unpack it first.', matches: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b },
  { is: 'a JSON file', matches: (_, text) => /^\s*\{\s*["}]/.test(text) },
  { is: 'nothing but zeros at its start (a download that did not finish?)', hint: AGAIN, matches: isZero },
]

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}

/** Bytes that `looksLike` wants to see. */
export const SNIFF_BYTES = 64

/** What a file without the GGUF magic seems to be, if it is a known other thing. */
export function looksLike(bytes: Uint8Array): { readonly is: string; readonly hint?: string } | undefined {
  const first = bytes.subarray(0, SNIFF_BYTES)
  const text = String.fromCharCode(...first)
  return KNOWN.find((known) => known.matches(first, text))
}
