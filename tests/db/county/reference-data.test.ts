import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../../db/county/reference/bank-holidays.ts'
import { localities } from '../../../db/county/reference/localities.ts'
import { fold } from '../../../shared/text.ts'
import { weekdayOf } from '../../../shared/time/civil.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

describe('a new county', () => {
  test('has no buildings and no term dates: invented ones would be taken for real', async () => {
    const { api } = await aCounty()
    expect(await api.buildings.list({ includeArchived: true })).toEqual([])
    expect(await api.settings.listTerms({})).toEqual([])
  })

  test('has five localities, two in the east and three in the west', async () => {
    const { api } = await aCounty()
    const halves = Object.fromEntries(
      (await api.buildings.listLocalities({})).map(({ name, half }) => [name, half]),
    )
    expect(halves).toEqual({
      'Blaby, Oadby and Wigston': 'west',
      Charnwood: 'east',
      'Hinckley and Bosworth': 'west',
      'Melton and Harborough': 'east',
      'North West Leicestershire': 'west',
    })
  })

  test('knows a locality by every name the papers use, and lists the other names without its own', async () => {
    const { api } = await aCounty()
    const blaby = (await api.buildings.listLocalities({})).find((l) => l.name.startsWith('Blaby'))
    expect(blaby?.aliases).toEqual(
      expect.arrayContaining(['Blaby, Oadby, Wigston', 'Blaby, Oadby & Wigston', 'BOW', 'Blaby/O&W']),
    )
    expect(blaby?.aliases).not.toContain('Blaby, Oadby and Wigston')
  })

  test('has the marks with their meaning: materials sent and not expected are in no denominator', async () => {
    const county = await aCounty()
    const rows = await putRows(county, (tx) =>
      tx.selectFrom('mark_code').selectAll().orderBy('position').execute(),
    )
    expect(rows.map((row) => row.id).join('')).toBe('PLANEOMX')
    expect(rows.filter((row) => row.attended).map((row) => row.id)).toEqual(['P', 'L', 'E', 'O'])
    expect(rows.filter((row) => row.expected).map((row) => row.id)).toEqual(['P', 'L', 'A', 'N', 'E', 'O'])
  })

  test('offers goals and a plain scale as measures, and the wording of neither tool', async () => {
    const { api } = await aCounty()
    const programmes = await api.programmes.list({})
    const goals = new Set(programmes.flatMap((programme) => programme.measures.map((one) => one.measureId)))
    expect(goals.size).toBe(1)
  })
})

describe('the programme catalogue', () => {
  test('hides what a sensitive group is about from everybody who can read a calendar', async () => {
    const { api } = await aCounty()
    const sensitive = (await api.programmes.list({})).filter((p) => p.sensitive)
    expect(sensitive.map((p) => p.name)).toEqual(
      expect.arrayContaining(['Feeling Safe', 'Knowing the Risk', 'SEND Group', 'Freedom Programme']),
    )
    for (const { name, publicTitle } of sensitive) {
      expect(fold(publicTitle)).not.toContain(fold(name))
      expect(publicTitle).not.toMatch(/abuse|safe|risk|send|violence|misuse|freedom/i)
    }
  })

  test('says nothing that nobody knows: Bounce Back has no ages, length or size', async () => {
    const { api } = await aCounty()
    const bounceBack = (await api.programmes.list({})).find((p) => p.name === 'Bounce Back')
    expect(bounceBack).toMatchObject({ ageFrom: null, ageTo: null, usualSessions: null, usualPlaces: null })
  })

  test('has the four Triple P groups and its discussion group', async () => {
    const { api } = await aCounty()
    const tripleP = (await api.programmes.list({})).filter((p) => p.name.startsWith('Triple P'))
    expect(tripleP.map((p) => p.delivery).toSorted()).toEqual(['closed', 'closed', 'closed', 'closed', 'workshop']) // prettier-ignore
  })

  test('counts places as families only for Solihull, and says where everything is from', async () => {
    const { api } = await aCounty()
    const all = await api.programmes.list({})
    expect(all.filter((p) => p.placeKind === 'family').map((p) => p.name)).toEqual([
      'Solihull Approach Parenting',
    ])
    expect(all.every((p) => p.source !== null)).toBe(true)
    expect(new Set(all.map((p) => p.colour)).size).toBe(9)
  })
})

describe('bank holidays', () => {
  test('are never at a weekend: substitute days are listed instead', () => {
    expect(bankHolidays.filter(([date]) => weekdayOf(date) > 5)).toEqual([])
    expect(bankHolidays.map(([date]) => date.slice(0, 4)).filter((year) => year === '2027')).toHaveLength(8)
  })

  test('give 28 December 2026 for Boxing Day, and not 26 December', async () => {
    const { api } = await aCounty()
    const dates = (await api.settings.listBankHolidays({})).map((holiday) => holiday.date)
    expect(dates).toHaveLength(24)
    expect(dates).toContain('2026-12-28')
    expect(dates).not.toContain('2026-12-26')
  })
})

test('no name stands for two localities', () => {
  const names = localities.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(fold))])
  expect(new Set(names).size).toBe(names.length)
})
