import { ActionIcon, Button, Checkbox, Popover, Select, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'wouter'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import type { SavedReport } from '../../../shared/reports/county-reports.contract.ts'
import { periodKinds, periodNames, type PeriodKind } from '../../../shared/reports/periods.rules.ts'
import type { ReportAsked } from '../../../shared/reports/asked.ts'
import { periodOf, reportNames } from '../../../shared/reports/words.ts'
import { reportRoute } from './report-address.ts'
import classes from './reports.module.css'

const routeOf = ({ asked }: SavedReport) => reportRoute({ asked, leaving: false, open: null })

/** Reports that were kept under a name, one's own and those that others share, with their dates of today. */
export function SavedReportsList() {
  const saved = useQuery(ask('reports', 'listSaved', {})).data ?? []
  if (saved.length === 0) return null
  return (
    <section aria-labelledby="saved-reports">
      <h2 id="saved-reports" className={classes.heading}>
        Kept reports
      </h2>
      <ul className={classes.saved}>
        {saved.map((one) => (
          <SavedLine key={one.id} saved={one} />
        ))}
      </ul>
    </section>
  )
}

function SavedLine({ saved }: { saved: SavedReport }) {
  const { id, version, name, asked, period, own, shared, by } = saved
  const remove = useCommand('reports', 'removeSaved', { done: `Removed the report ${name}`, undo: true })
  const when = period === 'dates' ? periodOf(asked) : `${periodNames[period]}: ${periodOf(asked)}`
  return (
    <li>
      <Link to={routeOf(saved)} className={classes.savedName}>
        {name}
      </Link>
      <span className={classes.quiet}>
        {reportNames[asked.report]} · {when}
        {own ? shared && ' · shared' : ` · shared by ${by}`}
      </span>
      {own && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove ${name}`}
          onClick={() => remove.mutate({ id, version })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}

interface SaveProps {
  readonly asked: ReportAsked
  readonly period: PeriodKind
}

/** Keeps the report as it stands under a name; a period with a name moves on by itself. */
export function SaveReport({ asked, period }: SaveProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Keep
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Keep this report">
        <SaveForm asked={asked} usual={period} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function SaveForm({ asked, usual, onDone }: { asked: ReportAsked; usual: PeriodKind; onDone: () => void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [period, setPeriod] = useState(usual)
  const save = useCommand('reports', 'save', {
    failure: 'inline',
    done: (kept) => `Kept the report ${kept.name}`,
    undo: true,
    onDone,
  })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ name, shared, period, asked })
  }
  return (
    <form onSubmit={keep} className={classes.saveForm}>
      <TextInput
        label="Keep this report as"
        placeholder="Reach for the board"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error && failureText(save.error)}
      />
      <Select
        label="Its dates"
        data={periodKinds.map((value) => ({ value, label: value === 'dates' ? `Always ${periodOf(asked)}` : periodNames[value] }))} // prettier-ignore
        value={period}
        onChange={(chosen) => setPeriod(periodKinds.find((one) => one === chosen) ?? period)}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <Checkbox
        label="Share it with everybody who sees reports"
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button type="submit">Keep the report</Button>
    </form>
  )
}
