import type { z } from 'zod'
import type { AppContract } from '../shared/contract.ts'
import type { CommandId } from '../shared/ids.ts'
import type { Changes, Questions } from '../shared/operation.ts'
import type { TellProgress } from '../shared/progress.ts'
import type { Who } from '../shared/users/scope.rules.ts'
import type { Db, Tx } from './store.ts'

/** Who is asking. */
export interface Actor extends Who {
  readonly name: string
}

/** One window or one run of the command line: who is signed in there, since when, and the files they chose. */
export interface Session {
  actor: Actor | null
  /** The newest audit entry when they signed in: what they may undo came after it, whatever the clock says. */
  signedInAfter: number
  /** Wrong passphrases in a row, which slow the next one down. */
  wrongPassphrases: number
  readonly grants: Grants
}

/** Paths the person chose in a system dialog; taking one uses it up. */
export interface Grants {
  take(grant: string, mode: 'read' | 'write'): string | null
}

/** A new UUIDv7 of the kind the schema names. */
export type NewId = <S extends z.ZodType>(kind: S) => z.output<S>

export interface Common {
  /** The person signed in. Only operations with permission `public` may be called with nobody, and do not use it. */
  readonly actor: Actor
  readonly session: Session
  /** This moment, UTC. */
  readonly now: string
  /** This moment by the wall clock, `2026-11-22T10:42`, and its date. */
  readonly localNow: string
  readonly today: string
  readonly newId: NewId
  readonly version: string
}

/** The county's file, as far as the tasks that make and open it need to know. */
export interface CountyControl {
  readonly state: 'new' | 'ready' | 'unusable'
  readonly problem: string | null
  readonly encrypted: boolean
  /** Makes the file, its reference data and its first administrator. CONFLICT when there is one already. */
  create(plan: CountyPlan): Promise<Actor>
}

export interface CountyPlan {
  /** The first administrator. */
  readonly name: string
  /** Its argon2id hash; null for a throwaway county that nobody signs in to. */
  readonly passphraseHash: string | null
  readonly contents: 'empty' | 'sample'
}

/**
 * The program's own questions, asked for the same person: with the permission of each, and answered as on their
 * screen. A file or a page that is made of the answers can hold nothing that the screen would not show.
 */
export type Ask = Questions<AppContract>

/**
 * Other commands as a part of this one: each with its own permission, checks and rules, and all in one transaction, so
 * that they are one entry in the audit trail, one step to undo, and all or none.
 */
export type Also = Changes<AppContract>

/** What a handler may touch depends on the kind of operation it serves. */
export interface Contexts {
  readonly query: Common & { readonly db: Db; readonly ask: Ask }
  readonly command: Common & {
    readonly tx: Tx
    /** Says that this command is the inverse of another. */
    readonly undoes: (command: { id: CommandId; depth: number; rootOperation: string }) => void
    readonly also: Also
    /** Says in the audit trail what the command was of: ids and counts, never names. */
    readonly about: (subject: string) => void
  }
  readonly task: Common & {
    /** Throws NOT_FOUND when there is no county yet. */
    readonly db: Db
    readonly ask: Ask
    /** A transaction with an audit entry, under this task's name. `subject` says what a file was made of. */
    readonly write: <T>(work: (tx: Tx) => Promise<T>, subject?: string) => Promise<T>
    readonly county: CountyControl
    /** Says how far it is, to whoever asked for it. */
    readonly progress: TellProgress
    /** Aborted when it was stopped: see db/task-turn.ts. Nothing is written for a task that was stopped. */
    readonly signal: AbortSignal
    /** Reads the county as it stands now, for as long as the work takes, whatever is saved meanwhile. */
    readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  }
}
export type QueryContext = Contexts['query']
export type CommandContext = Contexts['command']
export type TaskContext = Contexts['task']
