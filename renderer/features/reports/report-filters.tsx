import { Button, MultiSelect, Popover, Select } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useBuildingWord, useMay } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import {
  comparisons,
  splits,
  type Comparison,
  type ReportAsked,
  type Takes,
} from '../../../shared/reports/asked.ts'
import { periodNames, type PeriodKind } from '../../../shared/reports/periods.rules.ts'
import { splitNames } from '../../../shared/reports/words.ts'
import { count } from '../../../shared/text.ts'
import { measureIdOf, idsOf } from './chosen-ids.ts'
import classes from './reports.module.css'

export type ChangeAsked = (change: Partial<ReportAsked>) => void

const besideNames: Readonly<Record<Comparison, string>> = {
  none: 'Nothing',
  'period-before': 'The period before',
  'year-before': 'The year before',
}

/** The named periods of today, those without dates left out; and which of them the dates are. */
export function usePeriods({ from, to }: ReportAsked) {
  const all = useQuery(ask('reports', 'periods', {})).data ?? []
  const kind: PeriodKind = all.find((one) => one.from === from && one.to === to)?.kind ?? 'dates'
  return { all, kind }
}

interface FiltersProps {
  readonly asked: ReportAsked
  readonly takes: Takes
  readonly onChange: ChangeAsked
}

/** What is asked: the period, the lines and what stands beside it, where the report takes them, and what it is narrowed to. */
export function ReportFilters({ asked, takes, onChange }: FiltersProps) {
  const { all, kind } = usePeriods(asked)
  const choose = (chosen: string | null) => {
    const period = all.find((one) => one.kind === chosen)
    if (period) onChange({ from: period.from, to: period.to })
  }
  const day = (which: 'from' | 'to', value: string | null) => {
    if (value === null || value === asked[which]) return
    const next = { from: asked.from, to: asked.to, [which]: value }
    onChange(next.from <= next.to ? next : { from: value, to: value })
  }
  return (
    <div className={classes.filters} role="group" aria-label="What is asked">
      <Select
        label="Period"
        data={[...all.map((one) => ({ value: one.kind, label: one.name })), { value: 'dates', label: periodNames.dates }]} // prettier-ignore
        value={kind}
        onChange={choose}
        allowDeselect={false}
        w={210}
      />
      <div className={classes.day}>
        <DateField label="From" value={asked.from} onChange={(value) => day('from', value)} />
      </div>
      <div className={classes.day}>
        <DateField label="To" value={asked.to} onChange={(value) => day('to', value)} />
      </div>
      <LinesAndBeside asked={asked} takes={takes} onChange={onChange} />
      <Narrow asked={asked} onChange={onChange} />
    </div>
  )
}

function LinesAndBeside({ asked, takes, onChange }: FiltersProps) {
  const lines = splits.filter((one) => takes.splits.includes(one))
  const beside = comparisons.filter((one) => takes.comparisons.includes(one))
  return (
    <>
      {lines.length > 0 && (
        <Select
          label="Lines"
          data={lines.map((value) => ({ value, label: splitNames[value] }))}
          value={asked.by}
          onChange={(value) => onChange({ by: lines.find((one) => one === value) ?? asked.by })}
          allowDeselect={false}
          w={156}
        />
      )}
      {beside.length > 0 && (
        <Select
          label="Beside it"
          data={beside.map((value) => ({ value, label: besideNames[value] }))}
          value={asked.beside}
          onChange={(value) => onChange({ beside: beside.find((one) => one === value) ?? asked.beside })}
          allowDeselect={false}
          w={180}
        />
      )}
    </>
  )
}

/** Programmes, buildings, localities and half: in a panel of their own, because most reports are of all. */
function Narrow({ asked, onChange }: { asked: ReportAsked; onChange: ChangeAsked }) {
  const [opened, setOpened] = useState(false)
  const some = [asked.programmeIds, asked.buildingIds, asked.localityIds].filter((ids) => ids.length > 0).length
  const filters = some + (asked.half === null ? 0 : 1) + (asked.measureId === null ? 0 : 1)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={340}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {filters === 0 ? 'Narrow' : count(filters, 'filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Narrow the report">
        <NarrowFields asked={asked} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
} // prettier-ignore

const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }))

function NarrowFields({ asked, onChange }: { asked: ReportAsked; onChange: ChangeAsked }) {
  const word = useBuildingWord()
  const seesMeasures = useMay()('outcomes.view')
  const programmes = useQuery(ask('programmes', 'list', { includeRetired: true })).data ?? []
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const measures = useQuery({ ...ask('outcomes', 'listMeasures', {}), enabled: seesMeasures }).data ?? []
  const within = { comboboxProps: { withinPortal: false }, searchable: true, clearable: true } as const
  return (
    <div className={classes.narrow}>
      <MultiSelect
        {...within}
        label="Programmes"
        placeholder={asked.programmeIds.length === 0 ? 'All' : ''}
        data={named(programmes)}
        value={[...asked.programmeIds]}
        onChange={(ids) => onChange({ programmeIds: idsOf(programmes, ids) })}
      />
      <MultiSelect
        {...within}
        label={`${word}s`}
        placeholder={asked.buildingIds.length === 0 ? 'All' : ''}
        data={named(buildings)}
        value={[...asked.buildingIds]}
        onChange={(ids) => onChange({ buildingIds: idsOf(buildings, ids) })}
      />
      <MultiSelect
        {...within}
        label="Localities"
        placeholder={asked.localityIds.length === 0 ? 'All' : ''}
        data={named(localities)}
        value={[...asked.localityIds]}
        onChange={(ids) => onChange({ localityIds: idsOf(localities, ids) })}
      />
      <Select
        {...within}
        label="Half of the county"
        placeholder="Both"
        data={[
          { value: 'east', label: 'East' },
          { value: 'west', label: 'West' },
        ]}
        value={asked.half}
        onChange={(half) => onChange({ half: half === 'east' || half === 'west' ? half : null })}
      />
      {(asked.report === 'outcomes' || asked.report === 'feedback') && (
        <Select
          {...within}
          label="Measure"
          placeholder="Each"
          data={named(measures)}
          value={asked.measureId}
          onChange={(id) => onChange({ measureId: measureIdOf(measures, id) })}
        />
      )}
    </div>
  )
}
