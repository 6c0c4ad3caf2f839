import type { z } from 'zod'

/**
 * The few ways a call can fail. The message beside the code is what the member of staff reads.
 *
 * INVALID_INPUT  the request itself is wrong; `details.fields` says which field and why
 * NOT_SIGNED_IN  nobody is signed in (any more): show the sign-in screen, keep what was typed
 * NOT_ALLOWED    this person's role does not include it
 * NOT_FOUND      the thing was not there, or not for this person to see
 * CONFLICT       it clashes with what is already there; `details` names what, so that a way on can be offered
 * CHANGED        somebody else changed it since it was read: read again, keep what was typed
 * CANCELLED      the person who asked for it stopped it; nothing was changed and no file was made
 * FILE           a file could not be read or written; the message says which way it failed
 * FAULT          a programming fault; logged with its place, never explained to the person in detail
 */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_SIGNED_IN'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'CHANGED'
  | 'CANCELLED'
  | 'FILE'
  | 'FAULT'

export type ErrorDetails = Readonly<Record<string, unknown>>

/** A failure that staff should read. Anything else that is thrown is a fault. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** Makes a forgotten case of a union a compile error, and a clear fault if one ever arrives. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`)
}

/** The field messages of a failed parse, by dotted path; '' is the request as a whole. */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= inWords(issue)
  return fields
}

/** zod's own words are for programmers; a message that a schema gives of itself is for staff, and is kept. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `There is no field called ${issue.keys.join(' or ')} here.`
  if (!issue.message.startsWith('Invalid')) return issue.message
  return issue.path.length === 0
    ? 'The request could not be read.'
    : `${issue.path.join('.')} is missing or of the wrong kind.`
}

/** The parts of a failure that travel: an Error loses all but its message between processes. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}
