import { expect, test } from 'vitest'
import {
  readAddress,
  toAddress,
  type ReportState,
} from '../../../renderer/features/reports/report-address.ts'
import { buildingId } from '../../../shared/ids.ts'
import { anAsked } from '../../support/report-commands.ts'

const state = (change: Partial<ReportState> = {}): ReportState => ({
  asked: anAsked(),
  leaving: false,
  open: null,
  ...change,
})
const again = (one: ReportState) => readAddress(one.asked.report, toAddress(one))

test('an address says a report as it stood: what is asked, how it is looked at, and which rows are open', () => {
  const ids = [buildingId.parse('01890000-0000-7000-8000-000000000001'), buildingId.parse('01890000-0000-7000-8000-000000000002')] // prettier-ignore
  const full = state({
    asked: anAsked({ by: 'month', beside: 'year-before', half: 'east', buildingIds: ids }),
    leaving: true,
    open: { table: 'by, line=1', line: 'Été / north', column: 'people' },
  })
  expect(again(full)).toEqual(full)
  expect(toAddress(full)).not.toContain('/')
})

test('what is as usual is left out', () => {
  expect(toAddress(state())).toBe('from=2026-10-01,to=2026-12-31')
  expect(again(state())).toEqual(state())
})

test('an address that was broken by hand is none, and harms nothing', () => {
  for (const broken of ['', 'from=2026-13-01,to=2026-12-31', 'from=2026-12-31,to=2026-10-01', 'from=%,to=%', 'nonsense'])
    expect(readAddress('reach', broken)).toBeNull()
  expect(readAddress('no-such-report', toAddress(state()))).toBeNull()
}) // prettier-ignore
