import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { changePassphrase, createUser, listUsers, signIn, updateUser } from './users.service.ts'

export const usersHandlers = {
  signIn: (context, { name, passphrase }) => signIn(context, name, passphrase),
  async signOut({ session }) {
    session.actor = null
    return null
  },
  async changePassphrase(context, { current, passphrase }) {
    await changePassphrase(context, current, passphrase)
    return null
  },
  list: ({ db }) => listUsers(db),
  create: (context, input) => createUser(context, input),
  update: (context, input) => updateUser(context, input),
} satisfies Handlers<AppContract, Contexts>['users']
