import { describe, expect, it } from 'vitest'
import { splits, type Split } from '../../../shared/reports/asked.ts'
import {
  monthOf,
  periodsBetween,
  quarterBefore,
  quarterOf,
  quarterYearBefore,
  yearOf,
} from '../../../shared/reports/quarters.rules.ts'
import {
  admits,
  admitter,
  inOrder,
  lineFinder,
  lineOf,
  linesOfPeriod,
  type Filters,
  type Places,
} from '../../../shared/reports/splits.rules.ts'

const places: Places = {
  groups: new Map([
    ['bounce', { name: 'Bounce Back', programmeId: 'bb', buildingId: 'wigston' }],
    ['solihull', { name: 'Solihull', programmeId: 'sol', buildingId: 'loughborough' }],
    ['online', { name: 'Online', programmeId: 'sol', buildingId: null }],
    ['lost', { name: 'Lost', programmeId: 'bb', buildingId: 'shed' }],
  ]),
  elsewhere: new Map([['away', 'loughborough']]),
  programmes: new Map([
    ['bb', 'Bounce Back'],
    ['sol', 'Solihull Approach'],
  ]),
  buildings: new Map([
    ['wigston', { name: 'Wigston', localityId: 'oadby' }],
    ['loughborough', { name: 'Loughborough', localityId: 'charnwood' }],
    ['shed', { name: 'Shed', localityId: null }],
  ]),
  localities: new Map([
    ['oadby', { name: 'Oadby and Wigston', half: 'east' }],
    ['charnwood', { name: 'Charnwood', half: 'west' }],
  ]),
  terms: [
    { id: 'a1', name: 'Autumn term, first half', startsOn: '2026-08-27', endsOn: '2026-10-16' },
    { id: 'a2', name: 'Autumn term, second half', startsOn: '2026-10-26', endsOn: '2026-12-18' },
  ],
}
const on = '2026-10-01'
const line = (split: Split, groupId: string, sessionId?: string, day = on) =>
  lineOf(split, places, { groupId, sessionId: sessionId ?? null, on: day }).name
const all: Filters = { programmeIds: [], buildingIds: [], localityIds: [], half: null }
const only = (filters: object) => ({ ...all, ...filters })

describe('quarters and years', () => {
  it('begin in April and end in March', () => {
    expect(yearOf('2026-03-31').name).toBe('2025/26')
    expect(yearOf('2026-04-01')).toEqual({
      key: '2026',
      name: '2026/27',
      from: '2026-04-01',
      to: '2027-03-31',
    })
    expect(yearOf('2099-12-01').name).toBe('2099/00')
    expect(quarterOf('2026-07-01').name).toBe('Quarter 2 2026/27, July to September')
    expect(quarterOf('2026-09-30')).toEqual(quarterOf('2026-07-01'))
    expect(quarterOf('2026-10-01').name).toBe('Quarter 3 2026/27, October to December')
    expect(quarterOf('2027-01-31')).toMatchObject({ key: '2026-4', from: '2027-01-01', to: '2027-03-31' })
    expect(quarterOf('2028-03-31').name).toBe('Quarter 4 2027/28, January to March')
  })

  it('are followed and preceded by the right ones, over the year’s end too', () => {
    expect(quarterBefore('2026-04-01').key).toBe('2025-4')
    expect(quarterBefore('2027-02-28').key).toBe('2026-3')
    expect(quarterYearBefore('2027-03-31')).toMatchObject({ key: '2025-4', from: '2026-01-01' })
    expect(quarterYearBefore('2028-02-29').key).toBe('2026-4')
    expect(periodsBetween(quarterOf, '2026-03-31', '2026-07-01').map((one) => one.key)).toEqual(['2025-4', '2026-1', '2026-2']) // prettier-ignore
    expect(periodsBetween(monthOf, '2026-12-31', '2027-02-01').map((one) => one.name)).toEqual(['December 2026', 'January 2027', 'February 2027']) // prettier-ignore
    expect(monthOf('2028-02-03').to).toBe('2028-02-29')
  })
})

describe('the line of a session', () => {
  it('is that of its own building where it is held elsewhere, else of its group’s', () => {
    expect(line('building', 'bounce')).toBe('Wigston')
    expect(line('building', 'bounce', 'here')).toBe('Wigston')
    expect(line('building', 'bounce', 'away')).toBe('Loughborough')
    expect(line('locality', 'bounce', 'away')).toBe('Charnwood')
    expect(line('half', 'bounce', 'away')).toBe('West')
    expect(line('programme', 'bounce', 'away')).toBe('Bounce Back')
  })

  it('is one of its own where the building or the locality is not known, and stands last', () => {
    expect(line('building', 'online')).toBe('No building')
    expect(line('locality', 'lost')).toBe('No locality')
    expect(line('half', 'lost')).toBe('No half')
    expect(line('programme', 'nothing')).toBe('No programme')
    const some = ['online', 'bounce', 'solihull'].map((groupId) =>
      lineOf('building', places, { groupId, on }),
    )
    expect(some.toSorted(inOrder).map((one) => one.name)).toEqual(['Loughborough', 'Wigston', 'No building'])
  })

  it('is the half term its day is in, and one line between them', () => {
    expect(line('term', 'bounce', undefined, '2026-10-16')).toBe('Autumn term, first half 2026')
    expect(line('term', 'bounce', undefined, '2026-10-17')).toBe('Between terms')
    expect(line('term', 'bounce', undefined, '2026-10-25')).toBe('Between terms')
    expect(line('term', 'bounce', undefined, '2026-10-26')).toBe('Autumn term, second half 2026')
  })

  it('is found alike for many rows and for one', () => {
    for (const split of splits) {
      const find = lineFinder(split, places)
      for (const groupId of [...places.groups.keys(), 'nothing', null])
        for (const sessionId of ['away', 'here', null])
          for (const day of ['2026-10-01', '2026-10-20', '2027-01-01']) {
            const placed = { groupId, sessionId, on: day }
            expect(find(placed)).toEqual(lineOf(split, places, placed))
            expect(find(placed)).toEqual(lineOf(split, places, placed))
          }
    }
  })

  it('stands among all the months or half terms of the period, those with nothing too', () => {
    const period = { from: '2026-10-10', to: '2026-12-01' }
    expect(linesOfPeriod('month', places, period).map((one) => one.name)).toEqual(['October 2026', 'November 2026', 'December 2026']) // prettier-ignore
    expect(linesOfPeriod('term', places, period).map((one) => one.key)).toEqual(['a1', 'a2'])
    expect(linesOfPeriod('building', places, period)).toEqual([])
  })
})

describe('the filters of a report', () => {
  it('let in all, what has no place too, where nothing is chosen', () => {
    expect(['bounce', 'online', 'lost', 'nothing', null].every((id) => admits(all, places, id))).toBe(true)
  })

  it('let in what is of every kind that was chosen', () => {
    expect(admits(only({ programmeIds: ['bb'] }), places, 'bounce')).toBe(true)
    expect(admits(only({ programmeIds: ['bb'] }), places, 'solihull')).toBe(false)
    expect(admits(only({ buildingIds: ['loughborough'] }), places, 'bounce')).toBe(false)
    expect(admits(only({ buildingIds: ['loughborough'] }), places, 'bounce', 'away')).toBe(true)
    expect(admits(only({ localityIds: ['charnwood'] }), places, 'bounce', 'away')).toBe(true)
    expect(admits(only({ half: 'east' }), places, 'bounce', 'away')).toBe(false)
    expect(admits(only({ half: 'east' }), places, 'lost')).toBe(false)
    expect(admits(only({ programmeIds: ['bb'], half: 'west' }), places, 'bounce')).toBe(false)
  })

  it('answer alike for many rows and for one', () => {
    for (const filters of [all, only({ programmeIds: ['bb'] }), only({ half: 'west' })]) {
      const lets = admitter(filters, places)
      for (const groupId of [...places.groups.keys(), null])
        for (const sessionId of ['away', 'here', null])
          expect(lets(groupId, sessionId)).toBe(admits(filters, places, groupId, sessionId))
    }
  })
})
