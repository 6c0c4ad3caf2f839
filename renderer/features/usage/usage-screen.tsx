import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notify, notifyFailure } from '../../api/notify.tsx'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useToday } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { notifySaved } from '../exports/notify-saved.tsx'
import { levelLabels, totalOf } from '../../../shared/usage/figures.rules.ts'
import type { Level } from '../../../shared/usage/figures.rules.ts'
import { monthInWords, periodInWords } from '../../../shared/usage/words.rules.ts'
import { findingOf, UsageFindings } from './usage-findings.tsx'
import { UsageChart } from './usage-chart.tsx'
import { monthsToChoose, usualPeriods } from './usage-period.ts'
import type { Asked, Period } from './usage-period.ts'
import { UsageTable } from './usage-table.tsx'
import classes from './usage.module.css'

const levels: readonly Level[] = ['room', 'building', 'locality', 'half']

/** How well the buildings are used: one finding, one chart, one table: `#/reports/buildings-now`. */
export function UsageScreen() {
  const [buildingId] = useBuilding()
  const [first] = usualPeriods(useToday())
  const [period, setPeriod] = useState<Period>(first ?? { from: '', to: '' })
  const [level, setLevel] = useState<Level>('building')
  const asked = { from: period.from, to: period.to, buildingId }
  const usage = useQuery(askKeeping('usage', 'report', asked))
  return (
    <Page
      title="How well are the buildings used?"
      sentence={usage.data && findingOf(usage.data)}
      action={<UsageFiles asked={asked} level={level} />}
    >
      <div className={classes.choices}>
        <PeriodFields period={period} onChange={setPeriod} />
        <SegmentedControl
          aria-label="Show by"
          data={levels.map((one) => ({ value: one, label: levelLabels[one] }))}
          value={level}
          onChange={(chosen) => setLevel(levels.find((one) => one === chosen) ?? level)}
        />
      </div>
      <Answer query={usage}>
        {(report) => (
          <>
            {totalOf(report).open > 0 && (
              <>
                <UsageChart usage={report} />
                <UsageFindings usage={report} />
              </>
            )}
            <UsageTable usage={report} level={level} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function PeriodFields({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const today = useToday()
  const usual = usualPeriods(today)
  const months = monthsToChoose(today).map((month) => ({ value: month, label: monthInWords(month) }))
  const named = usual.find((one) => one.from === period.from && one.to === period.to)
  const choose = (change: Partial<Period>) => {
    const next = { ...period, ...change }
    // A period that ends before it starts is the month that was just chosen.
    onChange(next.from <= next.to ? next : { from: change.from ?? next.to, to: change.to ?? next.from })
  }
  return (
    <>
      <Select
        label="Period"
        data={[...usual.map((one) => one.name), ...(named ? [] : ['Chosen months'])]}
        value={named?.name ?? 'Chosen months'}
        onChange={(name) => onChange(usual.find((one) => one.name === name) ?? period)}
        allowDeselect={false}
      />
      <Select
        label="From"
        data={months}
        value={period.from}
        onChange={(from) => from !== null && choose({ from })}
        allowDeselect={false}
      />
      <Select
        label="To"
        data={months}
        value={period.to}
        onChange={(to) => to !== null && choose({ to })}
        allowDeselect={false}
      />
    </>
  )
}

async function saveWorkbook(asked: Asked): Promise<void> {
  const { from, to } = asked
  const months = from === to ? [from] : [from, to]
  const suggestedName = `Use of buildings ${periodInWords({ months })}.xlsx`
  const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
  const place = await native('saveFile', { title: 'Save the workbook', suggestedName, filters })
  if (place === null) return
  await api.usage.workbook({ ...asked, grant: place.grant })
  notifySaved(place)
}

async function print({ from, to, buildingId }: Asked, level: Level): Promise<void> {
  const route = `/print/usage/${from}/${to}/${level}/${buildingId ?? 'all'}`
  const { done } = await native('print', { route })
  if (done) notify('Sent to the printer')
}

function UsageFiles({ asked, level }: { asked: Asked; level: Level }) {
  const saving = useMutation({ mutationFn: saveWorkbook, onError: notifyFailure })
  const printing = useMutation({ mutationFn: () => print(asked, level), onError: notifyFailure })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={printing.isPending}
        onClick={() => printing.mutate()}
      >
        Print
      </Button>
      <Button
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate(asked)}
      >
        Save as Excel
      </Button>
    </>
  )
}
