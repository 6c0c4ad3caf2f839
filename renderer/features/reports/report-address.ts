import { reportAskedSchema, type ReportAsked } from '../../../shared/reports/asked.ts'

/** A figure whose rows are open beside the report, by the keys of its table, line and column. */
export interface OpenCell {
  readonly table: string
  readonly line: string
  readonly column: string
}

/** What a report's address says: what is asked, how it is looked at, and which rows are open. */
export interface ReportState {
  readonly asked: ReportAsked
  readonly leaving: boolean
  readonly open: OpenCell | null
}

const usual = { by: 'all', beside: 'none', half: null, measureId: null } as const

/**
 * The state of a report as one part of an address, so that Back goes to the report as it was and a print page is made
 * of the same. What is as usual is left out.
 */
export function toAddress({ asked, leaving, open }: ReportState): string {
  const lists = {
    programmes: asked.programmeIds,
    buildings: asked.buildingIds,
    localities: asked.localityIds,
  }
  const parts = [
    ['from', asked.from],
    ['to', asked.to],
    ...(['by', 'beside', 'half', 'measureId'] as const).flatMap((key) => (asked[key] === usual[key] ? [] : [[key, asked[key] ?? '']])), // prettier-ignore
    ...Object.entries(lists).flatMap(([key, ids]) => (ids.length === 0 ? [] : [[key, ids.join('+')]])),
    ...(leaving ? [['leaving', 'yes']] : []),
    ...(open ? Object.entries(open).map(([key, value]) => [`open-${key}`, value]) : []),
  ]
  return parts.map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`).join(',')
}

/** The state that an address says; null where it says none that there can be. */
export function readAddress(report: string, address: string): ReportState | null {
  const said = new Map(
    address.split(',').map((part) => [part.slice(0, part.indexOf('=')), decode(part.slice(part.indexOf('=') + 1))]), // prettier-ignore
  )
  const list = (key: string) => said.get(key)?.split('+') ?? []
  const asked = reportAskedSchema.safeParse({
    report,
    from: said.get('from'),
    to: said.get('to'),
    by: said.get('by') ?? usual.by,
    beside: said.get('beside') ?? usual.beside,
    half: said.get('half') ?? usual.half,
    measureId: said.get('measureId') ?? usual.measureId,
    programmeIds: list('programmes'),
    buildingIds: list('buildings'),
    localityIds: list('localities'),
  })
  if (!asked.success) return null
  const [table, line, column] = ['table', 'line', 'column'].map((key) => said.get(`open-${key}`))
  const open =
    table !== undefined && line !== undefined && column !== undefined ? { table, line, column } : null
  return { asked: asked.data, leaving: said.get('leaving') === 'yes', open }
}

/** An address that was broken by hand is none. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Where a report is, as it stands. */
export const reportRoute = (state: ReportState): string =>
  `/reports/${state.asked.report}/${toAddress(state)}`
/** What is printed of it: as it leaves, whatever the screen shows. */
export const reportPaper = ({ asked }: ReportState): string =>
  `/print/report/${asked.report}/${toAddress({ asked, leaving: true, open: null })}`
