import { z } from 'zod'
import { passphrase, signedInSchema, userName } from '../county/county.contract.ts'
import { buildingId, staffId, userId } from '../ids.ts'
import { command, query, task } from '../operation.ts'
import { roles } from '../permissions.ts'
import { instant } from '../time/civil.ts'
import { halves, scopeSchema } from './scope.rules.ts'

export const userSchema = scopeSchema.extend({
  id: userId,
  name: z.string(),
  role: z.enum(roles),
  staffId: staffId.nullable(),
  disabled: z.boolean(),
  lastSignedInAt: instant.nullable(),
  version: z.int(),
})
export type User = z.infer<typeof userSchema>

/** Nothing said is every building, and both halves. */
const place = {
  buildingIds: z.array(buildingId).max(100).default([]),
  half: z.enum(halves).nullish(),
}

export const usersContract = {
  /** Fails with NOT_ALLOWED, in the same words for a wrong name and a wrong passphrase. */
  signIn: task({
    permission: 'public',
    label: 'Sign in',
    input: z.strictObject({ name: z.string().max(200), passphrase: z.string().max(200) }),
    output: signedInSchema,
  }),
  signOut: task({ permission: 'signed-in', label: 'Sign out', input: z.strictObject({}), output: z.null() }),
  changePassphrase: task({
    permission: 'signed-in',
    label: 'Change own passphrase',
    input: z.strictObject({ current: z.string().max(200), passphrase }),
    output: z.null(),
  }),
  list: query({
    permission: 'users.manage',
    label: 'List the people who can sign in',
    input: z.strictObject({}),
    output: z.array(userSchema),
  }),
  create: task({
    permission: 'users.manage',
    label: 'Add a person who can sign in',
    input: z.strictObject({
      ...place,
      name: userName,
      passphrase,
      role: z.enum(roles),
      staffId: staffId.nullish(),
    }),
    output: userSchema,
  }),
  /** Refuses to leave the program without an administrator who can sign in. */
  update: command({
    permission: 'users.manage',
    label: 'Change who can sign in',
    input: z.strictObject({
      ...place,
      id: userId,
      version: z.int(),
      role: z.enum(roles),
      staffId: staffId.nullish(),
      disabled: z.boolean(),
    }),
    output: userSchema,
  }),
} as const
