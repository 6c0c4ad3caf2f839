import { z } from 'zod'
import { task } from '../operation.ts'
import { roles } from '../permissions.ts'
import { staffId, userId } from '../ids.ts'
import { line } from '../text.ts'
import { instant, localDate, localDateTime } from '../time/civil.ts'
import { scopeSchema } from '../users/scope.rules.ts'

/** A passphrase: long rather than clever, no rules about symbols (NCSC guidance). */
export const passphrase = z.string().min(10, 'Use at least 10 letters: three words are good.').max(200)
export const userName = line('Enter a name.', 100)

export const signedInSchema = scopeSchema.extend({
  id: userId,
  name: z.string(),
  role: z.enum(roles),
  staffId: staffId.nullable(),
})
export type SignedIn = z.infer<typeof signedInSchema>

export const statusSchema = z.strictObject({
  /** new: there is no county yet. ready: there is one. unusable: there is a file that cannot be opened. */
  state: z.enum(['new', 'ready', 'unusable']),
  /** When unusable: what happened, what was kept and what to do next. */
  problem: z.string().nullable(),
  /** True for an invented county: every screen and file says so. */
  sample: z.boolean(),
  serviceName: z.string(),
  /** What the service calls a building: `Family hub`. A setting, because it has changed before. */
  buildingWord: z.string(),
  signedIn: signedInSchema.nullable(),
  today: localDate,
  /** This moment by the program's wall clock: the page has no clock of its own. */
  now: localDateTime,
  version: z.string(),
  /** When the newest change was saved. */
  lastSavedAt: instant.nullable(),
  /** Whether the file on disk is encrypted. */
  encrypted: z.boolean(),
})
export type Status = z.infer<typeof statusSchema>

export const countyContract = {
  status: task({
    permission: 'public',
    label: 'See whether the program is ready',
    input: z.strictObject({}),
    output: statusSchema,
  }),
  /** The first run: makes the file, its reference data and its first administrator, and signs them in. */
  create: task({
    permission: 'public',
    label: 'Make a county',
    input: z.strictObject({ name: userName, passphrase, contents: z.enum(['empty', 'sample']) }),
    output: signedInSchema,
  }),
} as const
