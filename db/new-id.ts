import { v7 } from 'uuid'
import type { NewId } from './context.ts'

/** UUIDv7s of one moment: unguessable, unique between machines, and in the order they were made. */
export const newIdAt =
  (now: Date): NewId =>
  (kind) =>
    kind.parse(v7({ msecs: now.getTime() }))
