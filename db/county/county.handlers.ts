import type { AppContract } from '../../shared/contract.ts'
import type { Status } from '../../shared/county/county.contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts, TaskContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import { hashPassphrase } from '../users/passphrase.ts'

export const countyHandlers = {
  status: readStatus,
  async create(context, plan) {
    const passphraseHash = await hashPassphrase(plan.passphrase)
    const actor = await context.county.create({ name: plan.name, passphraseHash, contents: plan.contents })
    context.session.actor = actor
    context.session.signedInAfter = 0
    return actor
  },
} satisfies Handlers<AppContract, Contexts>['county']

async function readStatus(context: TaskContext): Promise<Status> {
  const { county, session, today, localNow, version } = context
  const { actor } = session
  const base = {
    state: county.state,
    problem: county.problem,
    signedIn: actor,
    today,
    now: localNow,
    version,
    encrypted: county.encrypted,
  }
  if (county.state !== 'ready')
    return { ...base, sample: false, serviceName: 'Gather', buildingWord: 'Building', lastSavedAt: null }
  const { sample, serviceName, buildingWord } = await readSettings(context.db)
  const last = await context.db
    .selectFrom('audit_entry')
    .select('at')
    .where('changes', '>', 0)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { ...base, sample, serviceName, buildingWord, lastSavedAt: last?.at ?? null }
}
