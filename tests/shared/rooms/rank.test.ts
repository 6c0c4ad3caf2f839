import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../shared/rooms/combine.rules.ts'
import type { RoomFacts, Wishes } from '../../../shared/rooms/fit.rules.ts'
import { byRank, rankRooms } from '../../../shared/rooms/rank.rules.ts'
import { anyRooms, anyTaken, anyWishes, noWishes, roomFacts, sixDates } from '../../support/room-facts.ts'

type Taken = ReadonlyMap<RoomFacts, readonly number[]>

const near = () => 0

function rank(rooms: readonly RoomFacts[], taken: Taken = new Map(), wishes: Wishes = noWishes): Draft[] {
  const isFree = (room: RoomFacts, date: string) => !taken.get(room)?.includes(sixDates.indexOf(date))
  return rankRooms(rooms, { wishes, dates: sixDates, isFree }, near)
}
const order = (drafts: readonly Draft[]) => drafts.map(({ room }) => room.name)
const place = (drafts: readonly Draft[], room: RoomFacts) =>
  drafts.findIndex((draft) => draft.room.id === room.id)
const roomsOf = (draft: Draft | undefined) => draft?.days.map((day) => day.room?.name ?? null)

describe('rooms are ranked', () => {
  test('by dates free before size, and size before name', () => {
    const busy = roomFacts('A', { building: 0, capacity: 14 })
    const large = roomFacts('B', { building: 1, capacity: 40 })
    const fits = roomFacts('C', { building: 2, capacity: 16 })
    const taken = new Map([[busy, [0]]])
    expect(order(rank([busy, large, fits], taken, { ...noWishes, people: 14 }))).toEqual(['C', 'B', 'A'])
  })

  test('large enough, then of unknown size, then too small', () => {
    const rooms = [
      roomFacts('Too small', { building: 0, capacity: 13 }),
      roomFacts('Unknown', { building: 1, capacity: null }),
      roomFacts('Just', { building: 2, capacity: 14 }),
    ]
    expect(order(rank(rooms, new Map(), { ...noWishes, people: 14 }))).toEqual([
      'Just',
      'Unknown',
      'Too small',
    ])
  })

  test('by distance only among rooms that are alike', () => {
    const [far, close, large] = [roomFacts('Far'), roomFacts('Close'), roomFacts('Large', { capacity: 50 })]
    const asked = { wishes: noWishes, dates: sixDates, isFree: () => true }
    const howFar = (room: RoomFacts) => (room === close ? 1 : room === large ? 0 : 9)
    expect(order(rankRooms([far, large, close], asked, howFar))).toEqual(['Close', 'Far', 'Large'])
  })

  test('a date without something that was asked for counting half', () => {
    const without = roomFacts('Without', { building: 0 })
    const half = roomFacts('Half', { building: 1, features: ['Kitchen'] })
    const less = roomFacts('Less', { building: 2, features: ['Kitchen'] })
    const taken = new Map([
      [half, [0, 1, 2]],
      [less, [0, 1, 2, 3]],
    ])
    expect(order(rank([without, half, less], taken, { ...noWishes, features: ['kitchen'] }))).toEqual([
      'Half',
      'Without',
      'Less',
    ])
  })

  test('and those that are taken throughout come last, and are there', () => {
    const [free, taken] = [roomFacts('Z', { building: 1 }), roomFacts('A')]
    const drafts = rank([taken, free], new Map([[taken, [0, 1, 2, 3, 4, 5]]]))
    expect(order(drafts)).toEqual(['Z', 'A'])
  })
})

describe('where no room of a building is free throughout', () => {
  const hall = roomFacts('Hall', { capacity: 30 })
  const two = roomFacts('Room 2', { capacity: 20 })
  const three = roomFacts('Room 3', { capacity: 25 })
  const small = roomFacts('Small', { capacity: 4 })
  const wishes = { ...noWishes, people: 14 }

  test('one answer moves to other rooms, as few as will do, and never to one that is too small', () => {
    const taken = new Map([
      [hall, [0, 1]],
      [two, [1, 2, 3]],
      [three, [2, 3, 4]],
    ])
    const drafts = rank([hall, two, three, small], taken, wishes)
    expect(roomsOf(drafts[0])).toEqual(['Room 3', 'Room 3', 'Hall', 'Hall', 'Hall', 'Hall'])
    expect(drafts.slice(1).every((draft) => draft.days.every((day) => day.room === draft.room || day.room === null))).toBe(true) // prettier-ignore
  })

  test('it comes after a room that is free throughout, and before one that is not', () => {
    const elsewhere = roomFacts('Elsewhere', { building: 1, capacity: 400 })
    const nearly = roomFacts('Nearly', { building: 2, capacity: 14 })
    const taken = new Map([
      [hall, [0]],
      [two, [1, 2]],
      [nearly, [5]],
    ])
    expect(order(rank([hall, two, elsewhere, nearly], taken, wishes))).toEqual([
      'Elsewhere',
      'Hall',
      'Nearly',
      'Room 2',
    ])
  })

  test('nothing moves where one is free throughout', () => {
    const drafts = rank([hall, two], new Map([[two, [0]]]), wishes)
    expect(roomsOf(drafts[1])?.[0]).toBeNull()
  })
})

describe('a room beside it', () => {
  const hall = roomFacts('Hall')
  const creche = roomFacts('Playroom', { features: ['Crèche'] })
  const wishes = { ...noWishes, beside: 'creche' }

  test('is another of the same building that has it, whatever the accents', () => {
    const [first] = rank([hall, creche], new Map(), wishes)
    expect([first?.room.name, first?.besideRoom?.name]).toEqual(['Hall', 'Playroom'])
    expect(rank([hall, roomFacts('Crèche', { building: 1 })], new Map(), wishes)[0]?.besideRoom).toBeNull()
  })

  test('is never one that shares its floor', () => {
    const whole = roomFacts('Whole')
    const half = roomFacts('Half', { features: ['Crèche'], sharing: new Set([whole.id]) })
    const both = { ...whole, sharing: new Set([whole.id, half.id]) }
    expect(
      rank([both, half], new Map(), wishes).find(({ room }) => room.id === both.id)?.besideRoom,
    ).toBeNull()
  })

  test('says on which dates it is not free', () => {
    const [first] = rank([hall, creche], new Map([[creche, [1, 3]]]), wishes)
    expect(first?.days.map((day) => day.beside)).toEqual([true, false, true, false, true, true])
  })
})

describe('the order', () => {
  const takenOf = (rooms: readonly RoomFacts[], taken: readonly boolean[][]): Map<RoomFacts, number[]> =>
    new Map(rooms.map((room, n) => [room, (taken[n] ?? []).flatMap((is, date) => (is ? [date] : []))]))

  test('is total, and does not depend on the order in which rooms are looked at', () => {
    fc.assert(
      fc.property(
        anyRooms,
        anyTaken,
        anyWishes,
        fc.infiniteStream(fc.nat()),
        (rooms, taken, wishes, seed) => {
          const shuffled = rooms
            .map((room) => ({ room, at: seed.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ room }) => room)
          const all = takenOf(rooms, taken)
          const drafts = rank(rooms, all, wishes)
          expect(rank(shuffled, all, wishes).map(({ room }) => room.id)).toEqual(
            drafts.map(({ room }) => room.id),
          )
          const compare = byRank(wishes, near)
          for (const [n, a] of drafts.entries())
            for (const b of drafts.slice(n + 1)) {
              expect(compare(a, b)).toBeLessThan(0)
              expect(compare(b, a)).toBeGreaterThan(0)
            }
        },
      ),
    )
  })

  test('never moves a room up because it has another clash', () => {
    fc.assert(
      fc.property(anyRooms, anyTaken, anyWishes, fc.nat(8), fc.nat(5), (rooms, taken, asked, n, date) => {
        const room = rooms[n % rooms.length]
        if (room === undefined) return
        // A room that others want beside them takes them down with it.
        const wishes = { ...asked, beside: null }
        const before = takenOf(rooms, taken)
        const after = new Map(before).set(room, [...(before.get(room) ?? []), date])
        expect(place(rank(rooms, after, wishes), room)).toBeGreaterThanOrEqual(place(rank(rooms, before, wishes), room)) // prettier-ignore
      }),
      { numRuns: 500 },
    )
  })

  test('never makes more of a room because it has another clash, whatever is wanted beside it', () => {
    fc.assert(
      fc.property(anyRooms, anyTaken, anyWishes, fc.nat(8), fc.nat(5), (rooms, taken, wishes, n, date) => {
        const room = rooms[n % rooms.length]
        if (room === undefined) return
        const before = takenOf(rooms, taken)
        const after = new Map(before).set(room, [...(before.get(room) ?? []), date])
        const own = (drafts: readonly Draft[]) => drafts.find((draft) => draft.room.id === room.id)
        const [one, other] = [own(rank(rooms, before, wishes)), own(rank(rooms, after, wishes))]
        if (one && other) expect(byRank(wishes, near)(one, other)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  test('every room is there once, however taken', () => {
    fc.assert(
      fc.property(anyRooms, anyTaken, anyWishes, (rooms, taken, wishes) => {
        const found = rank(rooms, takenOf(rooms, taken), wishes).map(({ room }) => room.id)
        expect(found.toSorted()).toEqual(rooms.map((room) => room.id).toSorted())
      }),
    )
  })
})
