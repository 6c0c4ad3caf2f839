import type { NewPerson, Person } from './people.contract.ts'
import { toMosaicId } from './people.rules.ts'

/** What a list may fill in of somebody who is known. Never a name: an empty "known as" is an answer, not a gap. */
export const gapFields = ['dateOfBirth', 'mosaicId', 'phone', 'allergies'] as const
export type GapField = (typeof gapFields)[number]

export const gapLabels: Readonly<Record<GapField, string>> = {
  dateOfBirth: 'date of birth',
  mosaicId: 'Mosaic ID',
  phone: 'phone',
  allergies: 'allergies and medical',
}

/**
 * What a list knows of a person and their record does not. What the record has is never changed: the list may be the
 * older of the two. `mosaicIdTaken`: the list's Mosaic ID is another person's.
 */
export function gapsFilledBy(
  listed: NewPerson,
  known: Pick<Person, GapField>,
  { mosaicIdTaken = false }: { mosaicIdTaken?: boolean } = {},
): Partial<Record<GapField, string>> {
  const offered = { ...listed, mosaicId: mosaicIdTaken ? null : toMosaicId(listed.mosaicId) }
  return Object.fromEntries(
    gapFields.flatMap((field) => (known[field] === null && offered[field] ? [[field, offered[field]]] : [])),
  )
}
