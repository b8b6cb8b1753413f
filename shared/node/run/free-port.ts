import { createServer } from 'node:net'
import { UserError } from '../../errors.ts'
import { errnoOf } from '../file-trouble.ts'

/** A port of the loopback interface that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return tryPort('127.0.0.1', 0)
}

/**
 * Makes sure that nobody listens there: another llama-server's answers must not be taken for those of ours.
 * @throws UserError('environment') when somebody does, or when we may not
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  await tryPort(host, port)
}

function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(portTrouble(host, port, error)))
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Why nothing can listen there, as one sentence. */
export function portTrouble(host: string, port: number, error: Error): UserError {
  const code = errnoOf(error)
  if (code !== 'EADDRINUSE') {
    return new UserError('environment', `${host}:${port} cannot be listened on: ${code || error.message}`)
  }
  return new UserError(
    'environment',
    `${host}:${port} is in use by another program`,
    'Take another port: --port N, or --port 0 for any that is free.',
  )
}
