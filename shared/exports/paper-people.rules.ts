import type { PersonId } from '../ids.ts'
import { noCallReason, waysToReach, type Answer } from '../people/contact-safety.rules.ts'
import { mayBeTold } from '../people/told.rules.ts'
import type { EmergencyContact } from './paper-people.contract.ts'
import type { Reached } from './paper-reach.rules.ts'

/** Somebody with a record of their own. */
export interface OfFamily extends Reached {
  readonly id: PersonId
}

/** An adult of a person, as recorded with them. */
export interface AdultOf {
  readonly name: string
  readonly relation: string
  readonly mayCollect: Answer
  readonly parentalResponsibility: Answer
  /** 0 is not to be rung in an emergency; 1 is rung first. */
  readonly emergency: number
  /** Their own record; null for somebody who is only a name. */
  readonly record: OfFamily | null
  /** Of somebody who is only a name: given as the number to ring. */
  readonly phone: string | null
}

/** Whether an adult may be told of the person they belong to: see told.rules.ts. */
export const isTold = ({ mayCollect, record }: AdultOf, apart: ReadonlySet<PersonId>): boolean =>
  mayBeTold({ mayCollect, adultId: record?.id ?? null }, apart)

/**
 * Who may take a person home: names of those who may, and of those who must not only that there are any. Nobody whom the
 * person must not meet (`apart`) may, whatever was said of it before.
 */
export const collectionOf = (adults: readonly AdultOf[], apart: ReadonlySet<PersonId> = new Set()) => ({
  mayCollect: adults.filter((one) => one.mayCollect === 'yes' && isTold(one, apart)).map((one) => one.name),
  mustNotCollect: adults.some((one) => !isTold(one, apart)),
})

/**
 * Whom to ring in an emergency, each with a number only where ringing it is safe: the adults recorded for it; without
 * any, the grown-ups of the family who may be rung; and the number of their own record, which is a parent's for most
 * children. Never one who must not collect them, nor one of those whom they must not meet (`apart`): paper does not name
 * them. Nobody is left without a line: who has no number says why.
 */
export function emergencyContacts(
  person: Reached,
  adults: readonly AdultOf[],
  family: readonly OfFamily[],
  apart: ReadonlySet<PersonId> = new Set(),
): EmergencyContact[] {
  const named = adults
    .filter((one) => one.emergency > 0 && isTold(one, apart))
    .toSorted((a, b) => a.emergency - b.emergency)
    .map(contactOf)
  const barred = new Set(adults.filter((one) => !isTold(one, apart)).map((one) => one.record?.id))
  const ofFamily = family.filter((one) => waysToReach(one).call !== null && !barred.has(one.id) && !apart.has(one.id)) // prettier-ignore
  const others = named.length > 0 ? [] : ofFamily.map((one) => lineOf(one.name, 'Family', one))
  const own = lineOf('Own record', null, person)
  const lines = [...named, ...others, ...(own.phone === null ? [] : [own])]
  return lines.length === 0 ? [own] : lines
}

const contactOf = ({ name, relation, record, phone }: AdultOf): EmergencyContact =>
  record === null
    ? { name, relation, phone, why: phone === null ? 'No phone number is known.' : null }
    : lineOf(name, relation, record)

const lineOf = (name: string, relation: string | null, record: Reached): EmergencyContact => ({
  name,
  relation,
  phone: waysToReach(record).call,
  why: noCallReason(record),
})
