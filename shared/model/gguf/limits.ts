import { KIB, MIB } from '../../units.ts'

/*
 * What a header may ask for. A GGUF header is a few lengths and counts that the file itself claims, so each has a bound:
 * far above what real models have, far below what would fill the memory or take seconds.
 */

/** Where a header must end. The largest known, with a 260k-token vocabulary and its merges, end near 30 MiB. */
export const MAX_HEADER_BYTES = 256 * MIB

/** Keys of a header; real files have 20 to 100. */
export const MAX_KEYS = 10_000

/** Bytes of a key; real ones stay under 64. */
export const MAX_KEY_BYTES = KIB

/** Bytes of any text. The largest known is a whole tokenizer.json in one key, about 30 MiB. */
export const MAX_TEXT_BYTES = 64 * MIB

/** Bytes of a text that is kept; longer ones (chat templates, licences) are passed over. */
export const MAX_KEPT_TEXT_BYTES = 4 * KIB

/** Entries of an array; the largest known vocabularies have 260k tokens and 500k merges. */
export const MAX_ARRAY_LENGTH = 2 ** 24

/** Entries of an array that is kept: one number for each layer is the longest that is of use. */
export const MAX_KEPT_ARRAY_LENGTH = 10_000

/** Array entries kept in all, so that many keys cannot do what one may not. */
export const MAX_KEPT_ENTRIES = 2 ** 20

/** Tensors of a model; the largest known have about 6,000. */
export const MAX_TENSORS = 65_536

/** llama.cpp keeps a tensor's name in 64 bytes with a zero at its end (ggml.h, GGML_MAX_NAME). */
export const MAX_TENSOR_NAME_BYTES = 63

/** ggml.h, GGML_MAX_DIMS. */
export const MAX_DIMENSIONS = 4

/** One dimension of a tensor, as the facts allow it; the largest known are vocabularies, about 2^18. */
export const MAX_DIMENSION = 2 ** 40

/** Reads grow from the first size, enough for a header without a vocabulary, to the second. */
export const FIRST_READ_BYTES = 128 * KIB
export const MAX_READ_BYTES = MIB
