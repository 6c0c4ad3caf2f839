import { measureDetailsSchema } from '../../shared/outcomes/measure-details.ts'
import type { ChangeMeasure, Point } from '../../shared/outcomes/change-points.rules.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import type { MadeReport } from '../../shared/reports/making.ts'
import type { CountyReading, OutcomeRows } from '../../shared/reports/outcomes-rows.ts'
import type { Places } from '../../shared/reports/splits.rules.ts'
import { stages, star } from './plain-change.ts'

/** A measure of the catalogue out of what the rules of change need of one. */
export const wholeMeasure = (measure: ChangeMeasure): Measure => ({
  minimum: 1,
  maximum: 10,
  wholeNumbers: true,
  goalLimit: 3,
  source: null,
  edition: 1,
  retired: false,
  version: 1,
  ...measure,
})

/** The ten areas by the names that DOMAIN.md 1.9 has, in its order. */
export const areaNames = ['Home and money', 'Keeping children safe', 'Boundaries and behaviours', 'Family routines', 'Physical health', 'Adult wellbeing', 'Social networks', 'Emotional needs', 'Education and learning', 'Progress to work'] as const // prettier-ignore
export const familyStar: Measure = wholeMeasure({
  ...star,
  name: 'Family star',
  details: measureDetailsSchema.parse({
    ...star.details,
    stages,
    parts: areaNames.map((name, at) => ({ item: at + 1, name, minimum: 1, maximum: 10, direction: 'higher-is-better', inTotal: false, prorate: null })), // prettier-ignore
  }),
})

export const inCountyGroup = (point: Point): CountyReading => ({ ...point, groupId: point.groupId ?? 'g1' })

/** Two groups of two programmes in two buildings; the first ends in the period of most tests, the second never. */
export const outcomeRows = (measures: readonly Measure[], points: readonly Point[], change: Partial<OutcomeRows> = {}): OutcomeRows => ({
  today: '2020-06-01',
  measures,
  readings: points.map(inCountyGroup),
  familyOf: new Map(points.map(({ personId }) => [personId, `family of ${personId}`])),
  endOf: new Map([['g1', '2019-12-10']]),
  leftOn: new Map(),
  came: new Map(),
  completed: new Set(),
  ...change,
}) // prettier-ignore

const group = (n: number) => ({
  name: `Group ${n}`,
  programmeId: `programme ${n}`,
  buildingId: `building ${n}`,
})
export const places: Places = {
  groups: new Map([['g1', group(1)], ['g2', group(2)]]),
  elsewhere: new Map(),
  programmes: new Map([['programme 1', 'First'], ['programme 2', 'Second']]),
  buildings: new Map([['building 1', { name: 'Here', localityId: 'l1' }], ['building 2', { name: 'There', localityId: null }]]),
  localities: new Map([['l1', { name: 'Oadby and Wigston', half: 'east' }]]),
  terms: [],
} // prettier-ignore

/** A figure of a report by the keys of its table, line and column; undefined where there is none. */
export function cellIn(report: MadeReport, table: string, line: string, column: string) {
  const found = report.tables.find((one) => one.key === table)
  const at = found?.columns.findIndex((one) => one.key === column) ?? -1
  const lines = [...(found?.lines ?? []), ...(found?.total ? [found.total] : [])]
  return lines.find((one) => one.key === line)?.cells[at]
}
