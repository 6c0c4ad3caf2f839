import { defaultThresholds, type Thresholds } from '../../shared/calls/thresholds.ts'
import type { CallKind } from '../../shared/calls/calls.contract.ts'
import { contactId, sessionId, type GroupId, type PersonId, type SessionId } from '../../shared/ids.ts'
import type { ContactOutcome, ContactSubject } from '../../shared/contacts/contact.ts'
import { newIdAt } from '../../db/new-id.ts'
import { aRegister, at } from './register-factories.ts'
import { putRows } from './rows.ts'
import { NOW, type Api, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))

/** Mondays before the clock of the tests, the last a week ago, and one that is to come. */
export const mondays = ['2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-30']

/** Marks, letter by letter from the first session on; a space is nothing recorded. */
export async function marked(
  county: Pick<TestCounty, 'api'>,
  sessions: readonly SessionId[],
  personId: PersonId,
  letters: string,
): Promise<void> {
  for (const [place, code] of [...letters].entries())
    if (code !== ' ') await county.api.registers.mark({ sessionId: at(sessions, place), personId, code })
}

/** A group that meets on `mondays`, with one child, Sam Ahmed unless said otherwise, and their marks: `PPPNN`. */
export async function aChildWhoCame(
  county: TestCounty,
  letters: string,
  dates: readonly string[] = mondays,
  lastName = 'Ahmed',
) {
  const taken = await aRegister(county, { dates, people: [lastName] })
  const personId = at(taken.people, 0)
  await marked(county, taken.sessions, personId, letters)
  return { ...taken, personId }
}

interface Try {
  readonly personId: PersonId
  readonly at: string
  readonly outcome: ContactOutcome
  readonly about?: ContactSubject
  readonly groupId?: GroupId | null
}

/** A try to reach somebody by phone, as it stands in the file. */
export async function aTry(
  county: Pick<TestCounty, 'file' | 'session'>,
  { personId, groupId = null, about = 'absence', ...rest }: Try,
): Promise<void> {
  const by = county.session.actor?.id
  if (by === undefined) throw new Error('A try needs somebody signed in.')
  const row = { id: newId(contactId), person_id: personId, group_id: groupId, about, way: 'phone', note: null, by_user: by, version: 1, ...rest } as const // prettier-ignore
  await putRows(county, (tx) => tx.insertInto('contact').values(row).execute())
}

/** The calls of one kind. */
export const callsOf = async ({ api }: { api: Api }, kind: CallKind) =>
  (await api.calls.list({})).filter((call) => call.kind === kind)

export const setThresholds = ({ api }: { api: Api }, change: Partial<Thresholds>) =>
  api.calls.changeThresholds({ ...defaultThresholds, ratios: [...defaultThresholds.ratios], ...change })

/** The id of a session that a test puts in the file itself. */
export const aSessionId = (): SessionId => newId(sessionId)
