import type {} from './bridge.ts'
import { clientOf } from '../../shared/client.ts'
import { contract } from '../../shared/contract.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { ErrorCode, ErrorDetails, Failure } from '../../shared/errors.ts'
import type { z } from 'zod'
import type { Contract, Kind } from '../../shared/operation.ts'
import type { Reply } from '../../shared/wire.ts'

/** A call that failed, with the message written for the member of staff. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'ApiError'
    this.code = failure.code
    this.details = failure.details
  }
}

const unreachable: Failure = {
  code: 'FAULT',
  message: 'Gather could not reach its data. Close Gather and open it again. Everything saved is kept.',
  details: {},
}

async function send(feature: string, name: string, input: unknown, call?: string): Promise<unknown> {
  const reply = await window.bridge
    .invoke(feature, name, input, call)
    .catch((): Reply => ({ ok: false, error: unreachable }))
  if (!reply.ok) throw new ApiError(reply.error)
  return reply.value
}

/** Everything the program can do, as one typed function for each operation of the contract. */
export const api = clientOf(contract, (feature, name, input) => send(feature, name, input))

export type Feature = keyof AppContract
type NameOf<F extends Feature, K extends Kind> = {
  [N in keyof AppContract[F]]: AppContract[F][N] extends { readonly kind: K } ? N : never
}[keyof AppContract[F]] &
  string
export type QueryName<F extends Feature> = NameOf<F, 'query'>
export type ChangeName<F extends Feature> = NameOf<F, 'command' | 'task'>

type InputOf<C extends Contract, F extends keyof C, N extends keyof C[F]> = z.input<C[F][N]['input']>
type OutputOf<C extends Contract, F extends keyof C, N extends keyof C[F]> = z.output<C[F][N]['output']>
/** What an operation asks for. */
export type Input<F extends Feature, N extends keyof AppContract[F]> = InputOf<AppContract, F, N>
/** What an operation answers. */
export type Output<F extends Feature, N extends keyof AppContract[F]> = OutputOf<AppContract, F, N>
export type TaskName<F extends Feature> = NameOf<F, 'task'>

/** As `api`, for a task that is followed, or may be stopped, under the name `call`: see tasks.tsx. */
export async function callTask<F extends Feature, N extends TaskName<F>>(
  [feature, name, input]: readonly [feature: F, name: N, input: Input<F, N>],
  call: string,
): Promise<Output<F, N>> {
  // The data process has checked the answer against the contract, as it does for every call of `api`.
  return (await send(feature, name, input, call)) as Output<F, N>
}
