import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { buildingId, roomId } from '../../../shared/ids.ts'
import { toBook } from '../../../shared/rooms/book.rules.ts'
import { planAddress, readRunFound } from '../../../shared/rooms/plan-address.rules.ts'
import type { FoundDay, FoundRoom } from '../../../shared/rooms/rooms.contract.ts'
import { planDates } from '../../../shared/series/plan.rules.ts'
import { weekly } from '../../../shared/series/rule.ts'
import { sixDates } from '../../support/room-facts.ts'
import { NOW } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))
const [hall, two, creche] = [newId(roomId), newId(roomId), newId(roomId)]
const rule = weekly({
  firstDate: '2027-01-12',
  startTime: '10:00',
  endTime: '12:00',
  weekday: 2,
  sessions: 6,
})

type Some = Pick<FoundDay, 'state' | 'beside'>
function answer(days: readonly Some[], besideRoom: FoundRoom['besideRoom'] = null): FoundRoom {
  return {
    roomId: hall,
    roomName: 'Hall',
    buildingId: newId(buildingId),
    buildingName: 'Wigston Magna',
    capacity: 20,
    besideRoom,
    days: days.map((day, n) => ({ ...day, date: sixDates[n] ?? '', roomId: day.state === 'moved' ? two : hall, roomName: '', words: 'taken by Baby massage' })), // prettier-ignore
    free: 0,
    moved: 0,
    total: days.length,
    whole: 0,
    km: null,
    sameLocality: false,
    toAskFor: false,
    fits: [],
    compromises: [],
  }
}
const withCreche = { roomId: creche, roomName: 'Crèche' }
const [free, moved, taken] = [{ state: 'free', beside: true }, { state: 'moved', beside: true }, { state: 'taken', beside: true }] as const // prettier-ignore

describe('what is booked of an answer', () => {
  test('goes to its other room where it moves, and leaves out what is taken with the reason', () => {
    const run = toBook(answer([free, moved, taken, free, free, free]), rule, false)
    expect(run.roomIds).toEqual([hall])
    expect(run.edits).toEqual([
      { date: '2027-01-19', roomId: two },
      { date: '2027-01-26', choice: 'skip', because: { kind: 'clash', reason: 'taken by Baby massage' } },
    ])
  })

  test('has the room beside it only on dates when both are free, if it is wanted', () => {
    const days = [free, { state: 'free', beside: false }, free, free, free, free] as const
    expect(toBook(answer(days, withCreche), rule, true)).toMatchObject({ roomIds: [hall, creche], dates: sixDates.filter((date) => date !== '2027-01-19') }) // prettier-ignore
    expect(toBook(answer(days, withCreche), rule, false)).toMatchObject({ roomIds: [hall], dates: sixDates })
  })

  test('is exactly the dates that were shown: none follows for one left out', () => {
    const anyDay = fc.record({ state: fc.constantFrom('free', 'moved', 'taken'), beside: fc.boolean() })
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 6, maxLength: 6 }), fc.boolean(), (days, beside) => {
        const run = toBook(answer(days, withCreche), rule, beside)
        const { rows } = planDates(run.rule, run.edits, { terms: [], bankHolidays: [] })
        expect(rows.filter((row) => row.state === 'keep').map((row) => row.date)).toEqual(run.dates)
      }),
    )
  })

  test('can be handed to the page that plans a group, and nothing else is taken for it', () => {
    const run = toBook(answer([free, moved, taken, free, free, free], withCreche), rule, true)
    const asked = new URLSearchParams(planAddress(run, 14).split('?')[1]).get('run') ?? ''
    expect(readRunFound(asked)).toEqual({ roomId: hall, besideRoomIds: [creche], rule: run.rule, edits: run.edits, people: 14 }) // prettier-ignore
    expect([readRunFound('{}'), readRunFound('nonsense')]).toEqual([null, null])
  })
})
