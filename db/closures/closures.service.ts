import type { z } from 'zod'
import type { Closure, closuresContract } from '../../shared/closures/closures.contract.ts'
import { changedFromNowOn, type ClosureTime } from '../../shared/closures/times.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { closureId, type ClosureId } from '../../shared/ids.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { refuseOthersPlaces, wantedPlaces } from './closed-places.ts'
import * as closures from './closures.repository.ts'
import { readClosure, readPlain, type PlainClosure } from './read-closures.ts'
import { timesOf } from './when.ts'

type Input<N extends keyof typeof closuresContract> = z.output<(typeof closuresContract)[N]['input']>

/** What a closure says, apart from when it was made and by whom. */
interface Said {
  readonly everywhere: boolean
  readonly places: readonly closures.Place[]
  readonly times: readonly ClosureTime[]
  readonly pattern: string | null
  readonly reason: string
  readonly note: string | null
}

/** Closes places. Nothing that is booked there is touched. */
export async function createClosure(context: CommandContext, input: Input<'create'>): Promise<Closure> {
  const places = await wantedPlaces(context.tx, input)
  await refuseOthersPlaces(context.tx, context.actor, { everywhere: input.everywhere, places })
  const when = await timesOf(context.tx, input.when)
  return insert(context, { ...input, places, ...when })
}

async function insert(context: CommandContext, said: Said): Promise<Closure> {
  const { tx, newId, actor } = context
  const id = newId(closureId)
  await closures.insertClosure(tx, {
    id,
    reason: said.reason,
    note: said.note,
    everywhere: toFlag(said.everywhere),
    pattern: said.pattern,
    lifted_at: null,
    lifted_reason: null,
    closed_by: actor.id,
    version: 1,
  })
  await closures.setPlaces(tx, newId, id, said.places)
  await closures.setTimes(tx, newId, id, said.times)
  return readClosure(context, tx, id)
}

/** Changes a closure from now on. Other places for one that has begun end it, and begin another. */
export async function updateClosure(context: CommandContext, input: Input<'update'>): Promise<Closure> {
  const { tx, newId, localNow } = context
  const { row, plain } = await standing(context, input.id, input.version, 'changed')
  const places = await wantedPlaces(tx, input)
  await refuseOthersPlaces(tx, context.actor, { everywhere: input.everywhere, places })
  const when = input.when ? await timesOf(tx, input.when) : { times: plain.times, pattern: plain.pattern }
  const said = { ...input, places, ...when }
  const begun = plain.times.some((time) => time.startsAt < localNow)
  if (begun && !samePlaces(plain, said)) return replace(context, row, plain, said)
  const change = { ...columnsOf(said), everywhere: toFlag(said.everywhere) }
  if (!(await closures.updateClosure(tx, row, change))) throw changedSince('closure')
  await closures.setPlaces(tx, newId, row.id, places)
  const times = input.when ? changedFromNowOn(plain.times, when.times, localNow) : plain.times
  refuseNoTimeLeft(times, localNow)
  await closures.setTimes(tx, newId, row.id, times)
  return readClosure(context, tx, row.id)
}

const columnsOf = ({ reason, note, pattern }: Said) => ({ reason, note, pattern })

/** What was closed stays so in hindsight: the closure ends now, and another goes on elsewhere. */
async function replace(
  context: CommandContext,
  row: closures.ClosureRow,
  plain: PlainClosure,
  said: Said,
): Promise<Closure> {
  const { tx, newId, localNow } = context
  if (!(await closures.updateClosure(tx, row, {}))) throw changedSince('closure')
  await closures.setTimes(tx, newId, row.id, changedFromNowOn(plain.times, [], localNow))
  const times = changedFromNowOn([], said.times, localNow)
  refuseNoTimeLeft(times, localNow)
  return insert(context, { ...said, times })
}

function samePlaces(plain: PlainClosure, said: Said): boolean {
  const key = (place: closures.Place) => `${place.buildingId} ${place.roomId}`
  const [before, after] = [plain.places.map(key).toSorted(), said.places.map(key).toSorted()]
  return plain.everywhere === said.everywhere && before.join() === after.join()
}

function refuseNoTimeLeft(times: readonly ClosureTime[], localNow: string): void {
  if (times.some((time) => time.endsAt > localNow)) return
  const message =
    'Nothing of the closure would be left from now on. Nothing was saved. Lift it instead, or choose later days.'
  throw new AppError('INVALID_INPUT', message, { fields: { when: message } })
}

/** Ends a closure now, or calls it off before it begins. */
export async function liftClosure(context: CommandContext, input: Input<'lift'>): Promise<Closure> {
  const { tx, localNow } = context
  const { row } = await standing(context, input.id, input.version, 'lifted')
  if (!(await closures.updateClosure(tx, row, { lifted_at: localNow, lifted_reason: input.reason })))
    throw changedSince('closure')
  return readClosure(context, tx, row.id)
}

/** A closure that this person may change, as they read it, and that is not over. */
async function standing(context: CommandContext, id: ClosureId, version: number, done: string) {
  const { tx, actor, localNow } = context
  const row = found(await closures.findById(tx, id), 'closure')
  const plain = await readPlain(tx, row)
  await refuseOthersPlaces(tx, actor, plain)
  if (row.version !== version) throw changedSince('closure')
  if (row.lifted_at !== null)
    throw new AppError('CONFLICT', `This closure has been lifted already, so it was not ${done}. Close the place anew instead.`) // prettier-ignore
  if (!plain.times.some((time) => time.endsAt > localNow))
    throw new AppError(
      'CONFLICT',
      `This closure is over, so it was not ${done}. Close the place anew instead.`,
    )
  return { row, plain }
}
