import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { personAdultId, type PersonAdultId, type PersonId } from '../../shared/ids.ts'
import type { adultsOperations } from '../../shared/people/adults.contract.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { matchKey } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Tx } from '../store.ts'
import * as adults from './adults.repository.ts'
import { findById, toPerson } from './people.repository.ts'

type Input<N extends keyof typeof adultsOperations> = z.output<(typeof adultsOperations)[N]['input']>
type Who = Input<'addAdult'>['who']

/** Adds somebody as an adult of each of these people: all of them or none. */
export async function addAdult(context: CommandContext, input: Input<'addAdult'>) {
  const { tx, newId } = context
  const added: { id: PersonAdultId; personId: PersonId }[] = []
  const name = await nameOf(tx, input.who)
  for (const personId of new Set(input.personIds)) {
    const there = await adults.rowsOfPerson(tx, personId)
    await refuseTwice(tx, personId, input.who, name, there)
    const id = newId(personAdultId)
    const emergency = input.emergency ? lastRung(there) + 1 : 0
    await adults.insertAdults(tx, [{ id, person_id: personId, ...whoColumns(input.who), ...aboutColumns(input), emergency, version: 1 }]) // prettier-ignore
    added.push({ id, personId })
  }
  return added
}

async function nameOf(tx: Tx, who: Who): Promise<string> {
  if (who.kind === 'named') return who.name
  return displayName(toPerson(found(await findById(tx, who.id), 'person')))
}

async function refuseTwice(
  tx: Tx,
  personId: PersonId,
  who: Who,
  name: string,
  there: readonly adults.AdultRow[],
): Promise<void> {
  const child = displayName(toPerson(found(await findById(tx, personId), 'person')))
  if (who.kind === 'known' && who.id === personId)
    throw new AppError('INVALID_INPUT', `${child} cannot be an adult of themselves. Nothing was saved. Choose somebody else.`) // prettier-ignore
  const twice = there.some(
    (row) =>
    who.kind === 'known' ? row.adult_id === who.id : row.name !== null && matchKey(row.name) === matchKey(who.name), // prettier-ignore
  )
  if (twice)
    throw new AppError('CONFLICT', `${name} is an adult of ${child} already. Nothing was saved. Change what is there instead.`) // prettier-ignore
}

const whoColumns = (who: Who) =>
  who.kind === 'known'
    ? { adult_id: who.id, name: null, phone: null }
    : { adult_id: null, name: who.name, phone: who.phone }

const aboutColumns = ({ relation, parentalResponsibility, mayCollect, note }: Input<'changeAdult'> | Input<'addAdult'>) => ({ relation, parental_responsibility: parentalResponsibility, may_collect: mayCollect, note }) // prettier-ignore

/** Changes what an adult is to one person. The name and number of somebody with a record are in their record. */
export async function changeAdult({ tx }: CommandContext, input: Input<'changeAdult'>): Promise<null> {
  const row = found(await adults.findAdult(tx, input.id), 'adult')
  if (input.named && row.adult_id !== null)
    throw new AppError('INVALID_INPUT', 'This adult has a record of their own. Nothing was saved. Change their name and number there.') // prettier-ignore
  const emergency = await rungAs(tx, row, input.emergency ?? row.emergency > 0)
  const change = { ...aboutColumns(input), ...input.named, emergency }
  if (!(await adults.updateAdult(tx, input.id, input.version, change))) throw changedSince('adult')
  return null
}

const lastRung = (there: readonly adults.AdultRow[]) => Math.max(0, ...there.map((row) => row.emergency))

/** A place among those to ring is kept; a new one is the last. */
async function rungAs(tx: Tx, row: adults.AdultRow, rung: boolean): Promise<number> {
  if (!rung) return 0
  return row.emergency || lastRung(await adults.rowsOfPerson(tx, row.person_id)) + 1
}

export async function removeAdult({ tx }: CommandContext, input: Input<'removeAdult'>): Promise<null> {
  found(await adults.findAdult(tx, input.id), 'adult')
  if (!(await adults.removeAdult(tx, input.id, input.version))) throw changedSince('adult')
  return null
}

/** Numbers those to ring from 1 in the order given; everybody else of the person is not rung. */
export async function setEmergencyOrder(
  { tx }: CommandContext,
  input: Input<'setEmergencyOrder'>,
): Promise<null> {
  const there = await adults.rowsOfPerson(tx, input.id)
  const gone = input.adults.some((id) => !there.some((row) => row.id === id))
  if (gone) throw changedSince('list of adults')
  for (const row of there) {
    const emergency = input.adults.indexOf(row.id) + 1
    if (emergency !== row.emergency) await adults.updateAdult(tx, row.id, row.version, { emergency })
  }
  return null
}
