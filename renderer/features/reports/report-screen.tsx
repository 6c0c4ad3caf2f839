import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask, askKeeping } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState, LoadingAfter300ms } from '../../ui/states.tsx'
import {
  reportKeys,
  takenAs,
  type ReportAsked,
  type ReportKey,
  type Takes,
} from '../../../shared/reports/asked.ts'
import { firstPeriodOf } from '../../../shared/reports/periods.rules.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { reportFileName } from '../../../shared/reports/words.ts'
import { addDays } from '../../../shared/time/civil.ts'
import { notifySaved } from '../exports/notify-saved.tsx'
import { printPaper, savePaper } from '../paper/print.ts'
import { readAddress, reportPaper, reportRoute, type ReportState } from './report-address.ts'
import { ReportBehind } from './report-behind.tsx'
import { ReportChartView } from './report-chart.tsx'
import { ReportFilters, usePeriods } from './report-filters.tsx'
import { ReportTableView } from './report-table.tsx'
import { SaveReport } from './saved-reports.tsx'
import classes from './reports.module.css'

const back = <a href="#/reports">All reports</a>

/** One report: `#/reports/:key/:state?`. What is asked and what is open stand in the address, so Back finds it again. */
export function ReportScreen() {
  const { key, state = '' } = useParams()
  const report = reportKeys.find((one) => one === key)
  const periods = useQuery(ask('reports', 'periods', {}))
  const takes = useQuery(ask('reports', 'list', {})).data?.find((one) => one.key === key)
  if (report === undefined)
    return (
      <Page title="There is no such report" back={back}>
        <EmptyState action={<a href="#/reports">See all reports</a>}>It may have another name now.</EmptyState>
      </Page>
    )
  const kind = firstPeriodOf(report)
  const first = periods.data?.find((one) => one.kind === kind)
  const said = readAddress(report, state) ?? (first && startOf(report, first))
  if (said === undefined || takes === undefined) return <LoadingAfter300ms />
  return <OneReport key={report} state={{ ...said, asked: takenAs(said.asked, takes) }} takes={takes} />
} // prettier-ignore

/** A report as it is for somebody who has asked nothing yet: its first period, by programme. */
const startOf = (report: ReportKey, { from, to }: { from: string; to: string }): ReportState => ({
  asked: { report, from, to, by: 'programme', beside: 'none', programmeIds: [], buildingIds: [], localityIds: [], half: null, measureId: null },
  leaving: false,
  open: null,
}) // prettier-ignore

function OneReport({ state, takes }: { state: ReportState; takes: Takes }) {
  const { asked, leaving, open } = state
  const ran = useQuery(askKeeping('reports', leaving ? 'leaving' : 'run', asked))
  const show = (change: Partial<ReportState>) => go(reportRoute({ ...state, ...change }))
  const ask = (change: Partial<ReportAsked>) => show({ asked: { ...asked, ...change }, open: null })
  // The report before, whose answer may still be shown, is not what is opened here.
  const report = ran.data?.report.key === asked.report ? ran.data.report : undefined
  return (
    <Page
      title={report?.title ?? 'Report'}
      sentence={report?.finding}
      back={back}
      action={<ReportFiles state={state} />}
      side={
        open !== null &&
        !leaving && (
          <ReportBehind
            key={Object.values(open).join(' ')}
            asked={asked}
            open={open}
            onClose={() => show({ open: null })}
          />
        )
      }
    >
      <ReportFilters asked={asked} takes={takes} onChange={ask} />
      <Answer query={ran}>
        {({ report: answer, threshold }) => (
          <>
            <AsItLeaves report={answer} state={state} threshold={threshold} onShow={show} />
            <YearInstead report={answer} asked={asked} onChange={ask} />
            <ReportChartView report={answer} />
            {answer.tables.map((table) => (
              <ReportTableView
                key={table.key}
                table={table}
                threshold={threshold}
                open={open}
                onOpen={leaving ? undefined : (cell) => show({ open: cell })}
              />
            ))}
            <Definitions report={answer} />
          </>
        )}
      </Answer>
    </Page>
  )
}

interface InsteadProps {
  readonly report: Report
  readonly asked: ReportAsked
  readonly onChange: (change: Partial<ReportAsked>) => void
}

/** Measures count once a group has ended, so a period that still runs is often empty: the year up to today is not. */
function YearInstead({ report, asked, onChange }: InsteadProps) {
  const to = useToday()
  const from = addDays(to, -364)
  const empty = report.key === 'outcomes' && report.chart === null
  if (!empty || asked.from <= from) return null
  return (
    <div>
      <Button variant="default" onClick={() => onChange({ from, to })}>
        Look at the last twelve months
      </Button>
    </div>
  )
}

interface LeavesProps {
  readonly report: Report
  readonly state: ReportState
  readonly threshold: number
  readonly onShow: (change: Partial<ReportState>) => void
}

/** Switches between what stands here and what leaves, and says how much is hidden then. */
function AsItLeaves({ report, state, threshold, onShow }: LeavesProps) {
  const cells = report.tables.flatMap((table) => [...table.lines, ...(table.total ? [table.total] : [])].flatMap((line) => line.cells)) // prettier-ignore
  const hidden = cells.filter((cell) => cell.hidden || cell.leaves === 'hidden').length
  return (
    <div className={classes.leaving}>
      <SegmentedControl
        aria-label="Which numbers"
        size="xs"
        data={[
          { value: 'here', label: 'All numbers' },
          { value: 'leaving', label: 'As it leaves' },
        ]}
        value={state.leaving ? 'leaving' : 'here'}
        onChange={(value) => onShow({ leaving: value === 'leaving', open: null })}
      />
      <span className={classes.quiet}>
        {hidden === 0
          ? 'No number is small enough to be hidden on paper or in files.'
          : `${hidden} of ${cells.length} numbers are hidden on paper and in files: fewer than ${threshold} people, or they would tell of so few.`}
      </span>
    </div>
  )
}

function Definitions({ report }: { report: Report }) {
  const all = new Map(report.tables.flatMap((table) => table.columns.map((one) => [`${one.name} ${one.definition}`, one] as const))) // prettier-ignore
  return (
    <details className={classes.definitions}>
      <summary>What the numbers mean (version {report.definitionsVersion})</summary>
      <dl>
        {[...all].map(([key, { name, definition }]) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

async function saveFile(asked: ReportAsked, format: 'xlsx' | 'csv'): Promise<void> {
  const filters = [format === 'xlsx' ? { name: 'Excel workbook', extensions: ['xlsx'] } : { name: 'Text with commas', extensions: ['csv'] }] // prettier-ignore
  const suggestedName = reportFileName(asked, format)
  const place = await native('saveFile', { title: 'Save the report', suggestedName, filters })
  if (place === null) return
  await api.exports.report({ asked, format, grant: place.grant })
  notifySaved(place)
}

/** Paper and files, all of the report as it leaves; and keeping what was asked. */
function ReportFiles({ state }: { state: ReportState }) {
  const { asked } = state
  const { kind } = usePeriods(asked)
  const paper = { route: reportPaper(state), fileName: reportFileName(asked, 'pdf') }
  const work = useMutation({ mutationFn: (make: () => Promise<unknown>) => make(), onError: notifyFailure })
  return (
    <>
      <SaveReport key={JSON.stringify(asked)} asked={asked} period={kind} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={work.isPending}
        onClick={() => work.mutate(() => printPaper(paper))}
      >
        Print
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconDownload size={16} aria-hidden />} loading={work.isPending}>
            Save as
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => work.mutate(() => saveFile(asked, 'xlsx'))}>Excel workbook</Menu.Item>
          <Menu.Item onClick={() => work.mutate(() => saveFile(asked, 'csv'))}>Text with commas (CSV)</Menu.Item>
          <Menu.Item onClick={() => work.mutate(() => savePaper(paper))}>PDF</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
} // prettier-ignore
