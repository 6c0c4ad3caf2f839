import { describe, expect, test } from 'vitest'
import { sdqMeasures } from '../../../db/county/reference/measures-sdq.ts'
import { wellbeingMeasures } from '../../../db/county/reference/measures-wellbeing.ts'
import { measureId } from '../../../shared/ids.ts'
import { bandSources, numberRead, pairRead } from '../../../shared/outcomes/band-words.rules.ts'
import type { Measure } from '../../../shared/outcomes/measure-schema.ts'

const library = new Map([...sdqMeasures, ...wellbeingMeasures].map((one) => [one.key, one]))
/** A measure as the library has it, taken into a county. */
function inCounty(key: string, number: number): Measure {
  const { key: _key, family: _family, ...fields } = library.get(key) ?? expect.fail(`No ${key}`)
  const id = measureId.parse(`01900000-0000-7000-8000-00000000000${number}`)
  return { ...fields, id, edition: 1, retired: false, version: 1 }
}
const [parent, young, short, plain] = [inCounty('sdq-parent', 1), inCounty('sdq-person', 2), inCounty('swemwbs', 3), inCounty('rosenberg', 4)] // prettier-ignore
const said = (...of: Parameters<typeof numberRead>) => numberRead(...of)?.said ?? null

describe('what stands under a number', () => {
  test('is its band, with the edition and the source of the table', () => {
    expect([13, 14, 16, 17].map((value) => said(parent, 0, value))).toEqual(['Total 13: Normal', 'Total 14: Borderline', 'Total 16: Borderline', 'Total 17: Abnormal']) // prettier-ignore
    expect(said(parent, 5, 8)).toBe('Prosocial 8: Normal')
    expect(numberRead(parent, 0, 17)?.sources).toEqual([expect.stringMatching(/^Three bands, parent, UK: BMC Psychiatry/)]) // prettier-ignore
    expect(bandSources(parent.details, [0, 1, 5])).toHaveLength(1)
  })
  test('is the converted number beside the raw one, and none is made up between two lines', () => {
    expect(said(short, 0, 24)).toBe('24 raw is 21.54 (Metric score)')
    expect(numberRead(short, 0, 24)?.sources).toEqual([expect.stringMatching(/^Metric score: Table of metric scores/)]) // prettier-ignore
    expect(said(short, 0, 24.5)).toBe('24.5 is not in the table of Metric score')
  })
  test('is that no band table is loaded, only where another form of the tool has bands for it', () => {
    expect(said(young, 0, 17, [young, parent, plain])).toBe('Total 17: No band table loaded')
    expect(said(young, 0, 17, [young, plain])).toBeNull()
    expect(said(plain, 0, 17, [plain, parent])).toBeNull()
    const without = { ...parent, edition: 2, details: { ...parent.details, bandTables: [] } }
    expect(said(without, 0, 17, [without, parent])).toBe('Total 17: No band table loaded')
  })
})

describe('a pair by the tables', () => {
  const pair = (item: number, before: number, after: number, edition = 1) => ({ before: { edition, item, value: before }, after: { edition, item, value: after } }) // prettier-ignore
  test('has both bands or both converted numbers, and neither for a plain scale', () => {
    expect(pairRead(parent, pair(0, 17, 13))).toEqual({ bands: ['Abnormal', 'Normal'], converted: null })
    expect(pairRead(parent, pair(5, 6, 7)).bands).toEqual(['Prosocial: Abnormal', 'Prosocial: Borderline'])
    expect(pairRead(short, pair(0, 22, 24))).toEqual({ bands: null, converted: ['19.98', '21.54'] })
    expect(pairRead(plain, pair(0, 17, 13))).toEqual({ bands: null, converted: null })
  })
  test('is read by the edition that it was taken by, and never by a later table', () => {
    const label = (word: string) => parent.details.bandTables.map((table) => ({ ...table, bands: table.bands.map((band) => ({ ...band, label: word })) })) // prettier-ignore
    const later = { ...parent, edition: 2, details: { ...parent.details, bandTables: label('New') }, earlier: [parent] } // prettier-ignore
    expect(pairRead(later, pair(0, 17, 13)).bands).toEqual(['Abnormal', 'Normal'])
    expect(pairRead(later, pair(0, 17, 13, 2)).bands).toEqual(['New', 'New'])
  })
})
