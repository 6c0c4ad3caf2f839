import { describe, expect, test } from 'vitest'
import { aSchema, type Schema } from './schema.ts'

const check = /CHECK constraint failed/

test('a programme is of a known kind, and its ages are in order', () => {
  const { put, refuses } = aSchema()
  put('programme', { age_from: 8, age_to: 8 })
  put('programme', { age_from: null, age_to: 8 })
  refuses('programme', { age_from: 9, age_to: 8 }, check)
  refuses('programme', { delivery: 'rolling' }, check)
  refuses('programme', { place_kind: 'couple' }, check)
})

test('a series leaves a date out once', () => {
  const { refuses } = aSchema()
  refuses('series_skip', {}, /UNIQUE/)
})

test('a person leads a group once', () => {
  const { refuses } = aSchema()
  refuses('group_facilitator', {}, /UNIQUE/)
})

test('a session lies within one day, and one that did not run has no completed register', () => {
  const { put, refuses } = aSchema()
  put('session', { starts_at: '2026-11-24T23:00', ends_at: '2026-11-24T23:59' })
  refuses('session', { starts_at: '2026-11-24T23:00', ends_at: '2026-11-25T01:00' }, check)
  refuses('session', { ends_at: '2026-11-24T10:00' }, check)
  refuses('session', { starts_at: '24/11/2026 10:00' }, check)
  put('session', { did_not_run: 1 })
  refuses('session', { did_not_run: 1, register_completed_at: '2026-11-24T12:00:00.000Z' }, check)
})

test('a booking for a session names it, and no other booking does', () => {
  const { put, refuses } = aSchema()
  const elsewhen = {
    starts_at: '2026-12-01T10:00',
    ends_at: '2026-12-01T11:00',
    held_from: '2026-12-01T10:00',
    held_until: '2026-12-01T11:00',
  }
  refuses('booking', { ...elsewhen, session_id: 'session' }, /UNIQUE/)
  refuses('booking', { ...elsewhen, session_id: null }, check)
  put('booking', { ...elsewhen, session_id: null, purpose: 'partner' })
})

test('a room is held for at least the time of its booking, within the day', () => {
  const { refuses } = aSchema()
  const other = {
    session_id: null,
    purpose: 'partner',
    starts_at: '2026-12-01T10:00',
    ends_at: '2026-12-01T11:00',
  }
  refuses('booking', { ...other, held_from: '2026-12-01T10:01', held_until: '2026-12-01T11:00' }, check)
  refuses('booking', { ...other, held_from: '2026-12-01T10:00', held_until: '2026-12-01T10:59' }, check)
  refuses('booking', { ...other, held_from: '2026-11-30T23:50', held_until: '2026-12-01T11:00' }, check)
})

describe('no double booking', () => {
  const taken = /no_double_booking/
  /** From 9:45 to 12:15 the room of the schema is held. */
  const held = (from: string, until: string, change = {}) => {
    const [held_from, held_until] = [`2026-11-24T${from}`, `2026-11-24T${until}`]
    return {
      session_id: null,
      purpose: 'partner',
      starts_at: held_from,
      ends_at: held_until,
      held_from,
      held_until,
      ...change,
    }
  }
  const withHalves = (): Schema => {
    const schema = aSchema()
    schema.put('room', { id: 'front', part_of_id: 'room' })
    schema.put('room', { id: 'back', part_of_id: 'room' })
    schema.put('room', { id: 'other' })
    return schema
  }

  test('a booking may end exactly when the room is next held, and start exactly when that ends', () => {
    const { put } = aSchema()
    put('booking', held('09:00', '09:45'))
    put('booking', held('12:15', '13:00'))
  })

  test('one minute into the time the room is held is refused, on either side, inside and around it', () => {
    const { refuses } = aSchema()
    for (const [from, until] of [
      ['09:00', '09:46'],
      ['12:14', '13:00'],
      ['10:00', '11:00'],
      ['09:00', '13:00'],
    ] as const)
      refuses('booking', held(from, until), taken)
  })

  test('the same time in another room, or on another day, is free', () => {
    const { put } = withHalves()
    put('booking', held('10:00', '11:00', { room_id: 'other' }))
    put('booking', {
      ...held('10:00', '11:00'),
      starts_at: '2026-11-25T10:00',
      ends_at: '2026-11-25T11:00',
      held_from: '2026-11-25T10:00',
      held_until: '2026-11-25T11:00',
    })
  })

  test('when the hall is taken its halves are too', () => {
    const { refuses } = withHalves()
    refuses('booking', held('10:00', '11:00', { room_id: 'front' }), taken)
  })

  test('when a half is taken the hall is too, and the other half is free', () => {
    const { put, refuses } = withHalves()
    put('booking', held('14:00', '15:00', { room_id: 'front' }))
    put('booking', held('14:00', '15:00', { room_id: 'back' }))
    refuses('booking', held('14:00', '15:00'), taken)
  })

  test('a cancelled booking holds nothing, and cannot come back when the room has gone to somebody else', () => {
    const { put, run } = aSchema()
    run(`UPDATE booking SET status = 'cancelled'`)
    put('booking', held('10:00', '11:00', { id: 'second' }))
    expect(() => run(`UPDATE booking SET status = 'confirmed' WHERE id = 'booking'`)).toThrow(taken)
    put('booking', held('10:00', '11:00', { status: 'cancelled' }))
  })

  test('moving a booking onto another is refused, and moving it within its own time is not', () => {
    const { put, run } = withHalves()
    put('booking', held('13:00', '14:00', { id: 'later' }))
    put('booking', held('10:00', '11:00', { id: 'elsewhere', room_id: 'other' }))
    expect(() => run(`UPDATE booking SET held_from = '2026-11-24T11:59' WHERE id = 'later'`)).toThrow(taken)
    // The longer of the two gaps is enough: an hour of set-up goes on during a quarter of an hour of clear-down.
    run(`UPDATE booking SET held_from = '2026-11-24T12:00' WHERE id = 'later'`)
    expect(() => run(`UPDATE booking SET room_id = 'room' WHERE id = 'elsewhere'`)).toThrow(taken)
    run(
      `UPDATE booking SET starts_at = '2026-11-24T10:30', held_from = '2026-11-24T10:15' WHERE id = 'booking'`,
    )
  })
})

test('what hangs together cannot be torn apart', () => {
  const { run } = aSchema()
  for (const table of ['programme', 'series', 'programme_group', 'session'])
    expect(() => run(`DELETE FROM ${table}`), table).toThrow(/FOREIGN KEY/)
})
