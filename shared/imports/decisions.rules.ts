import type { z } from 'zod'
import type { PersonId } from '../ids.ts'
import type { NewPerson } from '../people/people.contract.ts'
import { assertNever } from '../errors.ts'
import { toMosaicId } from '../people/people.rules.ts'
import type { importsContract, PreviewRow } from './imports.contract.ts'

export type Decision = z.output<typeof importsContract.apply.input>['decisions'][number]

/** What is done with a row when a list is enrolled. Rows that are nobody have no outcome. */
export type Outcome =
  | { readonly kind: 'add'; readonly person: NewPerson }
  | { readonly kind: 'match'; readonly personId: PersonId; readonly row: PreviewRow }
  | { readonly kind: 'enrolled' }
  | { readonly kind: 'leave-out'; readonly row: PreviewRow; readonly reason: string }

/**
 * What becomes of each row, with what a person decided for the doubtful ones. Nobody is used twice, a decision
 * for a row that is not doubtful changes only whether it is left out, and an undecided row is left out.
 */
export function decide(rows: readonly PreviewRow[], decisions: readonly Decision[]): Outcome[] {
  const chosen = new Map(decisions.map((decision) => [decision.row, decision]))
  const used = new Set<PersonId>()
  return rows.flatMap((row) => {
    const outcome = outcomeOf(row, chosen.get(row.row))
    if (outcome?.kind !== 'match') return outcome ? [outcome] : []
    if (used.has(outcome.personId)) return [leaveOut(row, 'Another row of the list was used for the same person.')] // prettier-ignore
    used.add(outcome.personId)
    return [outcome]
  })
}

const leaveOut = (row: PreviewRow, reason: string): Outcome => ({ kind: 'leave-out', row, reason })

function outcomeOf(row: PreviewRow, decision: Decision | undefined): Outcome | null {
  if (row.state === 'blank') return null
  if (row.state === 'problem' || row.person === null) return leaveOut(row, row.reasons.join(' '))
  if (row.state === 'enrolled') return { kind: 'enrolled' }
  if (decision?.choice === 'leave-out') return leaveOut(row, 'Left out by choice.')
  switch (row.state) {
    case 'new':
      return { kind: 'add', person: row.person }
    case 'matched': {
      const [match] = row.matches
      return match ? { kind: 'match', personId: match.person.id, row } : null
    }
    case 'possible':
      return decidePossible(row, row.person, decision)
    default:
      return assertNever(row.state, 'state of a row')
  }
}

function decidePossible(row: PreviewRow, person: NewPerson, decision: Decision | undefined): Outcome {
  if (!decision) return leaveOut(row, `Not decided. ${row.reasons.join(' ')}`)
  if (decision.choice === 'same') {
    const wanted = decision.personId ?? (row.matches.length === 1 ? row.matches[0]?.person.id : undefined)
    const match = row.matches.find((one) => one.person.id === wanted)
    return match
      ? { kind: 'match', personId: match.person.id, row }
      : leaveOut(row, 'The person chosen for this row is not one it could be.')
  }
  const taken = row.matches.find(({ kind }) => kind !== 'name-only')
  if (!taken) return { kind: 'add', person }
  return leaveOut(row, takenReason(person, taken.person.mosaicId, taken.person.name))
}

const takenReason = (person: NewPerson, mosaicId: string | null, name: string): string =>
  mosaicId !== null && toMosaicId(person.mosaicId) === mosaicId
    ? `${name} has the Mosaic ID ${mosaicId}, so nobody else can be added with it.`
    : `${name} has the same name and date of birth. Add the other one by hand with a middle name.`
