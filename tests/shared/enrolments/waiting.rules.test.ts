import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWaiting, inTurn, passedOver, whyHere, type Waiting } from '../../../shared/enrolments/waiting.rules.ts' // prettier-ignore

const waits = (enrolmentId: string, change: Partial<Waiting> = {}): Waiting => ({
  enrolmentId,
  unit: enrolmentId,
  referredOnly: false,
  priority: 0,
  referredOn: '2026-10-05',
  hadPlace: false,
  firstAskedOn: '2026-10-05',
  ...change,
})
const order = (...rows: Waiting[]) => inTurn(rows).map((turn) => turn.first.enrolmentId)

describe('who is offered the next place', () => {
  test.each<[string, Partial<Waiting>, Partial<Waiting>]>([
    ['those on the waiting list, before those only referred', { referredOnly: false }, { referredOnly: true, priority: 2 }], // prettier-ignore
    ['the higher priority, whenever they were referred', { priority: 1, referredOn: '2026-11-20' }, { priority: 0 }], // prettier-ignore
    ['the earlier referral', { referredOn: '2026-10-04', hadPlace: true }, { referredOn: '2026-10-05' }],
    ['of one day, who has never had a place', { hadPlace: false }, { hadPlace: true, firstAskedOn: '2020-01-01' }], // prettier-ignore
    ['then who asked for the programme first', { firstAskedOn: '2026-03-02' }, { firstAskedOn: '2026-10-05' }], // prettier-ignore
  ])('%s', (_rule, first, second) => {
    expect(order(waits('z', first), waits('a', second))).toEqual(['z', 'a'])
  })

  test('and where nothing else decides, the earlier record', () =>
    expect(order(waits('b'), waits('a'))).toEqual(['a', 'b']))

  test('a family that shares a place has one turn, that of its first', () => {
    const rows = [waits('a', { referredOn: '2026-10-09', unit: 'f' }), waits('b', { referredOn: '2026-10-07' }), waits('c', { unit: 'f' })] // prettier-ignore
    expect(inTurn(rows).map(({ position, members }) => [position, members.map((one) => one.enrolmentId)])).toEqual([[1, ['c', 'a']], [2, ['b']]]) // prettier-ignore
  })

  const anyone = fc.uniqueArray(
    fc.record({
      enrolmentId: fc.uuid(),
      unit: fc.constantFrom('f', 'g', 'h', 'i'),
      referredOnly: fc.boolean(),
      priority: fc.constantFrom(0, 1, 2),
      referredOn: fc.constantFrom('2026-10-01', '2026-10-02'),
      hadPlace: fc.boolean(),
      firstAskedOn: fc.constantFrom('2026-01-01', '2026-09-01'),
    }),
    { selector: (one) => one.enrolmentId },
  )

  test('does not depend on the order in which people were read, and nobody is lost', () =>
    fc.assert(
      fc.property(anyone, (rows) => {
        const turns = inTurn(rows)
        expect(inTurn(rows.toReversed())).toEqual(turns)
        expect(turns.flatMap((turn) => turn.members)).toHaveLength(rows.length)
        expect(turns.map((turn) => turn.position)).toEqual(turns.map((_, i) => i + 1))
      }),
    ))

  test('somebody who joins the list never changes who of the others comes first', () =>
    fc.assert(
      fc.property(anyone, anyone, (rows, more) => {
        const alone = rows.toSorted(compareWaiting)
        const together = [...rows, ...more].toSorted(compareWaiting).filter((one) => rows.includes(one))
        expect(together).toEqual(alone)
      }),
    ))
})

describe('who is passed over', () => {
  const turns = inTurn([waits('a'), waits('b'), waits('c')])
  const ids = (unit: string) => passedOver(turns, unit).map((turn) => turn.unit)
  test('nobody, for the next', () => expect(ids('a')).toEqual([]))
  test('each one before them', () => expect(ids('c')).toEqual(['a', 'b']))
  test('everybody, for one who does not wait', () => expect(ids('z')).toEqual(['a', 'b', 'c']))
})

describe('why somebody stands there', () => {
  const first = waits('a')
  test.each<[Partial<Waiting>, string]>([
    [{ priority: 2 }, 'To go first, referred 5 October 2026.'],
    [{ referredOn: '2026-10-06' }, 'Usual priority, referred 6 October 2026.'],
    [{ hadPlace: true }, 'Usual priority, referred 5 October 2026. Has had a place on this programme before; the one ahead never has.'], // prettier-ignore
    [{ firstAskedOn: '2026-10-06' }, 'Usual priority, referred 5 October 2026. Referred the same day; the one ahead first asked for this programme on 5 October 2026.'], // prettier-ignore
    [{}, 'Usual priority, referred 5 October 2026. Referred the same day; the one ahead was recorded first.'],
    [{ referredOnly: true }, 'Usual priority, referred 5 October 2026. Not on the waiting list yet, so after all who are.'], // prettier-ignore
  ])('%j', (change, words) => expect(whyHere(waits('b', change), first)).toBe(words))
})
