import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIdAt } from '../../../db/new-id.ts'
import { buildingId } from '../../../shared/ids.ts'
import { readSentence } from '../../../shared/rooms/read-sentence.rules.ts'
import { sentenceInWords } from '../../../shared/rooms/sentence-words.rules.ts'
import { emptySentence, firstDayOf, ruleOfSentence } from '../../../shared/rooms/sentence.rules.ts'
import { NOW } from '../../support/test-county.ts'

/** A Monday. */
const today = '2026-11-23'
const wigston = { id: newIdAt(new Date(NOW))(buildingId), name: 'Wigston Magna' }
const known = { today, features: ['Kitchen', 'Crèche', 'Hearing loop'], buildings: [wigston] }
const read = (line: string) => readSentence(line, known)
const said = (line: string) => ({ ...emptySentence, ...read(line).sentence })
const rule = (line: string) => ruleOfSentence(said(line), today)

describe('a line typed for a room', () => {
  test('says who, when, how long, from when and with what', () => {
    expect(read('14 tue 10-12 10 weeks from 12 jan creche step free')).toEqual({
      sentence: {
        people: 14,
        weekdays: [2],
        from: '10:00',
        to: '12:00',
        length: { kind: 'weeks', weeks: 10, every: 1 },
        date: '2027-01-12',
        beside: 'Crèche',
        stepFree: true,
      },
      unknown: [],
    })
  })

  test('says the same in another order, in full words, and without spaces', () => {
    const short = said('14 tue 10-12 10 weeks from 12 jan creche step free')
    expect(said('A room for 14 people on Tuesdays from 10am to midday for 10 weeks from 12 January, with crèche beside it and step-free access')).toEqual(short) // prettier-ignore
    expect(said('step free, creche, from 12/1/27, 10w, 10am to 12pm, tuesday, 14 people')).toEqual(short)
    expect(said('tu10-12x10')).toEqual({ ...emptySentence, weekdays: [2], from: '10:00', to: '12:00', length: { kind: 'times', times: 10, every: 1 } }) // prettier-ignore
  })

  test.each([
    ['10-12', '10:00', '12:00'],
    ['9.30-11', '09:30', '11:00'],
    ['930 to 1130', '09:30', '11:30'],
    ['10-2', '10:00', '14:00'],
    ['1-3', '13:00', '15:00'],
    ['6-8', '18:00', '20:00'],
    ['7-9pm', '19:00', '21:00'],
    ['10-12:30pm', '10:00', '12:30'],
    ['9am-midday', '09:00', '12:00'],
    ['at 10am to 11am', '10:00', '11:00'],
    ['from 2pm until 4pm', '14:00', '16:00'],
    ['10am 11:30am', '10:00', '11:30'],
  ])('reads the times of %s', (line, from, to) => {
    expect(read(line)).toEqual({ sentence: { from, to }, unknown: [] })
  })

  test.each([
    ['tue', [2]],
    ['tues and thurs', [2, 4]],
    ['thu/mon', [1, 4]],
    ['Weds', [3]],
    ['sat & sun', [6, 7]],
  ])('reads the days of %s', (line, weekdays) => {
    expect(read(line)).toEqual({ sentence: { weekdays }, unknown: [] })
  })

  test.each([
    ['10 weeks', { kind: 'weeks', weeks: 10, every: 1 }],
    ['6 sessions', { kind: 'times', times: 6, every: 1 }],
    ['every 2 weeks 6 times', { kind: 'times', times: 6, every: 2 }],
    ['fortnightly for 12 weeks', { kind: 'weeks', weeks: 12, every: 2 }],
    ['until 23 mar', { kind: 'until', date: '2027-03-23', every: 1 }],
    ['to 23 mar', { kind: 'until', date: '2027-03-23', every: 1 }],
    ['once', { kind: 'once' }],
    ['weekly', { kind: 'weeks', weeks: 10, every: 1 }],
  ])('reads how long %s is', (line, length) => {
    expect(read(line)).toEqual({ sentence: { length }, unknown: [] })
  })

  test('takes the usual ten weeks where days are said in the plural, and one date where they are not', () => {
    expect(said('tuesdays 10-12').length).toEqual({ kind: 'weeks', weeks: 10, every: 1 })
    expect(said('tuesday 10-12').length).toEqual({ kind: 'once' })
  })

  test('wants a crèche beside it, and other things in the room unless said otherwise', () => {
    expect(said('creche, kitchen, hearing loop')).toMatchObject({ beside: 'Crèche', features: ['Kitchen', 'Hearing loop'] }) // prettier-ignore
    expect(said('kitchen next door')).toMatchObject({ beside: 'Kitchen', features: [] })
  })

  test('knows the buildings by name, and term time', () => {
    expect(said('10-12 at wigston magna, term time only')).toMatchObject({
      buildingId: wigston.id,
      termTime: true,
    })
  })

  test('says which words it did not understand, and guesses at none', () => {
    expect(read('14 bouncy castle 10-12')).toEqual({
      sentence: { people: 14, from: '10:00', to: '12:00' },
      unknown: ['bouncy', 'castle'],
    })
    expect(read('31 feb').unknown).not.toEqual([])
    expect(read('5000').sentence).toEqual({})
  })

  test('never stops at what is typed, whatever it is', () => {
    const words = fc.constantFrom('14', 'tue', '10-12', 'x', '-', '/', 'every', 'from', '12 jan', '99', 'to', 'é', '…', 'creche') // prettier-ignore
    fc.assert(fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))), (parts) => void read(parts.join(' ')))) // prettier-ignore
  })

  test('and what it is told of a sentence, read again, is the same sentence', () => {
    const anyLength = fc.oneof(
      fc.constant({ kind: 'once' as const }),
      fc.record({ kind: fc.constant('weeks' as const), weeks: fc.integer({ min: 1, max: 52 }), every: fc.constantFrom(1, 2) }), // prettier-ignore
      fc.record({ kind: fc.constant('times' as const), times: fc.integer({ min: 1, max: 52 }), every: fc.constantFrom(1, 2) }), // prettier-ignore
    )
    const sentence = fc.record({
      people: fc.option(fc.integer({ min: 1, max: 200 })),
      length: anyLength,
      weekdays: fc.constantFrom([2], [1, 4]),
      date: fc.constantFrom('2026-12-01', '2027-01-12'),
      beside: fc.option(fc.constant('Crèche')),
      features: fc.subarray(['Kitchen', 'Hearing loop']),
      stepFree: fc.boolean(),
    })
    fc.assert(
      fc.property(sentence, (some) => {
        const whole = { ...emptySentence, ...some, from: '09:30', to: '12:00' }
        const again = said(sentenceInWords(whole, today))
        expect(ruleOfSentence(again, today)).toEqual(ruleOfSentence(whole, today))
        expect([again.people, again.beside, again.features.toSorted(), again.stepFree]).toEqual([whole.people, whole.beside, whole.features.toSorted(), whole.stepFree]) // prettier-ignore
      }),
    )
  })
})

describe('the rule of a sentence', () => {
  test('is a run from the first such day, with bank holidays and closures left out', () => {
    expect(rule('tue 10-12 10 weeks from 11 jan')).toEqual({
      firstDate: '2027-01-12',
      startTime: '10:00',
      endTime: '12:00',
      repeats: { kind: 'weeks', every: 1, weekdays: [2] },
      ends: { kind: 'after', sessions: 10 },
      school: 'any',
      skipBankHolidays: true,
      skipClosures: true,
    })
  })

  test('is one date, holiday or not, where nobody said for how long', () => {
    expect(rule('fri 10-12 from 25 dec')).toMatchObject({ firstDate: '2026-12-25', repeats: { kind: 'once' }, skipBankHolidays: false }) // prettier-ignore
    expect(rule('10-12')).toMatchObject({ firstDate: today })
  })

  test('has as many sessions as there are days in its weeks', () => {
    expect(rule('tue thu 10-12 10 weeks')?.ends).toEqual({ kind: 'after', sessions: 20 })
    expect(rule('tue 10-12 fortnightly 10 weeks')?.ends).toEqual({ kind: 'after', sessions: 5 })
    expect(rule('tue 10-12 10 weeks term time')?.school).toBe('term')
  })

  test('is not there until the times are, the end after the start', () => {
    expect([rule('14 tue'), rule('from 10am'), rule('10am 9am'), rule('10am-10am')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('begins on the day itself or the next of its kind', () => {
    const first = (weekdays: number[]) => firstDayOf({ date: today, weekdays }, today)
    expect([first([]), first([1]), first([2]), first([7]), first([4, 2])]).toEqual([today, today, '2026-11-24', '2026-11-29', '2026-11-24']) // prettier-ignore
  })
})
