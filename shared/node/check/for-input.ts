import { UserError } from '../../errors.ts'

/**
 * Does `work`; what a user must mend of it is told with the name of the input that asked for it.
 * @param input undefined: nobody named it, so there is nothing to point at
 */
export async function forInput<T>(input: string | undefined, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // A subclass says more than a message: where in a file it is.
    if (input === undefined || !(error instanceof UserError) || error.name !== 'UserError') throw error
    throw new UserError(error.kind, `${input}: ${error.message}`, error.hint, { cause: error })
  }
}
