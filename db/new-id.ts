import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { NewId } from './context.ts'

/** UUIDv7s of one moment: unguessable, unique between machines, and in the order they were made. */
export function newIdAt(now: Date): NewId {
  // Given a time, uuid draws each sequence number anew, so ids of one moment would be in no order: count up instead.
  let sequence = randomInt(2 ** 31)
  return (kind) => kind.parse(v7({ msecs: now.getTime(), seq: sequence++ }))
}
