import { expect } from 'vitest'
import { UserError } from '../../shared/errors.ts'

/** What `work` throws, which must be a UserError of one line. */
export async function userErrorOf(work: () => unknown): Promise<UserError> {
  try {
    await work()
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    const user_error = error as UserError
    expect(user_error.message).not.toMatch(/[\n\r]/)
    expect(user_error.message.length).toBeLessThan(600)
    return user_error
  }
  throw new Error('nothing was thrown')
}
