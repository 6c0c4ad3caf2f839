import type { z } from 'zod'
import type { Permission } from './permissions.ts'

/**
 * query   reads; never writes
 * command changes data; one call is one transaction, one audit entry and one undo step
 * task    works outside the database too (files, passphrases, long work); opens its own transactions
 */
export type Kind = 'query' | 'command' | 'task'

/** One thing the program can be asked to do. */
export interface Operation<
  K extends Kind = Kind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  readonly permission: Permission
  /** What it does, in words for staff: the audit trail, the Undo menu and the command line show it. */
  readonly label: string
  /** Set on a query whose every use is itself recorded: looking at a sensitive record. */
  readonly logView?: true
  /** What the audit trail keeps of such a request, where words that somebody typed are in it; all of it unless set. */
  readonly logged?: (request: unknown) => object
  readonly input: I
  readonly output: O
}

const define =
  <K extends Kind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(
    d: Omit<Operation<never, I, O>, 'kind'>,
  ): Operation<K, I, O> => ({
    kind,
    ...d,
  })

export const query = define('query')
export const command = define('command')
export const task = define('task')

export type Contract = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** What a caller sends and gets back: one function for each operation. */
export type Client<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [N in keyof C[F]]: (input: z.input<C[F][N]['input']>) => Promise<z.output<C[F][N]['output']>>
  }
}

/** The part of a client that asks and changes nothing. */
export type Questions<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [N in keyof C[F] as C[F][N]['kind'] extends 'query' ? N : never]: (
      input: z.input<C[F][N]['input']>,
    ) => Promise<z.output<C[F][N]['output']>>
  }
}

/** The part of a client that changes data. */
export type Changes<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [N in keyof C[F] as C[F][N]['kind'] extends 'command' ? N : never]: (
      input: z.input<C[F][N]['input']>,
    ) => Promise<z.output<C[F][N]['output']>>
  }
}

/** What the data process must provide: one function for each operation, none over. */
export type Handlers<C extends Contract, Contexts extends Record<Kind, unknown>> = {
  readonly [F in keyof C]: {
    readonly [N in keyof C[F]]: (
      context: Contexts[C[F][N]['kind']],
      input: z.output<C[F][N]['input']>,
    ) => Promise<z.input<C[F][N]['output']>>
  }
}
