import type { z } from 'zod'
import type { enrolmentsContract } from '../../shared/enrolments/enrolments.contract.ts'
import type { EnrolmentId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { aPerson } from './people-factories.ts'
import { at } from './register-factories.ts'
import { aGroupWithSessions, putRows } from './rows.ts'
import type { Api, TestCounty } from './test-county.ts'

export const today = '2026-11-23'
export const nextWeek = '2026-11-30'

interface Small {
  readonly capacity?: number | null
  readonly placeKind?: 'person' | 'family'
  /** How many sessions somebody has to come to. */
  readonly completeAt?: number | null
  /** Local dates of its sessions, each 10am to midday. */
  readonly dates?: readonly string[]
  readonly ages?: readonly [number | null, number | null]
  readonly name?: string
}

/** A group to come with few places, and nobody in it. */
export async function aSmallGroup(
  county: Pick<TestCounty, 'file'>,
  { capacity = 2, placeKind = 'person', completeAt = null, dates = ['2026-12-01'], ...rest }: Small = {},
): Promise<{ readonly id: GroupId; readonly sessions: readonly SessionId[] }> {
  const { groupId, sessions } = await aGroupWithSessions(county, { dates, ...rest })
  await putRows(county, async (tx) => {
    const group = { capacity, complete_at: completeAt }
    const { programme_id } = await tx.updateTable('programme_group').set(group).where('id', '=', groupId).returning('programme_id').executeTakeFirstOrThrow() // prettier-ignore
    await tx.updateTable('programme').set({ place_kind: placeKind }).where('id', '=', programme_id).execute()
  })
  return { id: groupId, sessions }
}

type Refer = z.input<typeof enrolmentsContract.refer.input>

/** Somebody on the waiting list of a group, referred on a day. */
export async function aWaiting(
  county: Pick<TestCounty, 'api'>,
  groupId: GroupId,
  firstName: string,
  referral: Partial<Refer> = {},
): Promise<{ personId: PersonId; enrolmentId: EnrolmentId; name: string }> {
  const { id: personId } = await aPerson(county, { firstName, lastName: 'Waits' })
  const { enrolmentIds } = await county.api.enrolments.refer({ groupId, people: [{ personId }], status: 'waiting', onDate: today, ...referral }) // prettier-ignore
  return { personId, enrolmentId: at(enrolmentIds, 0), name: `${firstName} Waits` }
}

/** Somebody with a place in a group. */
export async function aPlace(county: Pick<TestCounty, 'api'>, groupId: GroupId, firstName: string) {
  const { id: personId } = await aPerson(county, { firstName, lastName: 'Stays' })
  const { enrolmentId } = await county.api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: today }) // prettier-ignore
  return { personId, enrolmentId }
}

/** The version an enrolment is at now. */
export const versionOf = async ({ api }: { api: Api }, enrolmentId: EnrolmentId): Promise<number> =>
  (await api.enrolments.history({ enrolmentId })).version

type Offer = z.input<typeof enrolmentsContract.offer.input>

/** Offers a place as it stands now, for a week. */
export async function anOffer(county: { api: Api }, enrolmentId: EnrolmentId, change: Partial<Offer> = {}) {
  const version = await versionOf(county, enrolmentId)
  return county.api.enrolments.offer({ enrolmentId, version, onDate: today, expiresOn: nextWeek, ...change })
}

/** Takes up an offer as it stands now. */
export async function anAcceptance(county: { api: Api }, enrolmentId: EnrolmentId, overrideReason?: string) {
  const version = await versionOf(county, enrolmentId)
  return county.api.enrolments.accept({ enrolmentId, version, onDate: today, overrideReason })
}

/** Ends an offer as it stands now. */
export async function anEnd(
  county: { api: Api },
  enrolmentId: EnrolmentId,
  to: 'waiting' | 'withdrawn' = 'withdrawn',
) {
  const version = await versionOf(county, enrolmentId)
  return county.api.enrolments.endOffer({ enrolmentId, version, onDate: today, to, reasonKind: 'no-answer', reason: null }) // prettier-ignore
}

/** What a call was refused for: its code and details. */
export const refusal = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { code: string; message: string; details: Record<string, unknown> }) => error,
  )
