import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { fullDate, longDate } from '../../../shared/time/format.ts'
import { useAffectedDates } from '../series/affected-dates.tsx'
import { SettingsPage } from './settings-page.tsx'
import classes from './settings.module.css'

type Holiday = Output<'settings', 'listBankHolidays'>[number]

/** This year and those to come first; what is over, newest first, after them. */
function byYear(rows: readonly Holiday[], today: string): [string, Holiday[]][] {
  const years = [...Map.groupBy(rows, (holiday) => holiday.date.slice(0, 4))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const over = ([year]: [string, Holiday[]]) => year < today.slice(0, 4)
  return [...years.filter((one) => !over(one)), ...years.filter(over).toReversed()]
}

const columns: readonly Column<Holiday>[] = [
  { key: 'date', heading: 'Date', width: '40%', cell: (h) => fullDate(h.date).slice(0, -5) },
  { key: 'name', heading: 'Name', width: '45%', cell: (h) => h.name },
]
const removeColumn = (onRemove: (holiday: Pick<Holiday, 'date'>) => void): Column<Holiday> => ({
  key: 'remove',
  heading: 'Change',
  align: 'right',
  cell: ({ date, name }) => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={`Remove ${longDate(date)}, ${name}`}
      onClick={() => onRemove({ date })}
    >
      Remove
    </Button>
  ),
})

/** The days when nothing runs unless somebody says so. */
export function BankHolidaysSection() {
  const mayEdit = useMay()('settings.edit')
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const holidays = useQuery(ask('settings', 'listBankHolidays', {}))
  const remove = useCommand('settings', 'removeBankHoliday', {
    done: (_, { date }) => `Removed ${longDate(date)}`,
    undo: true,
  })
  const add = mayEdit && <Button onClick={() => setAdding(true)}>Add a bank holiday</Button>
  const affected = useAffectedDates()
  return (
    <SettingsPage
      section="bank-holidays"
      sentence="England and Wales, 2026 to 2028, from GOV.UK. Add a one-off holiday when one is announced."
      action={holidays.data?.length !== 0 && add}
      side={adding ? <BankHolidayForm onClose={() => setAdding(false)} /> : affected.side}
    >
      {affected.list}
      <Answer query={holidays}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState action={add}>No bank holidays are here. Groups will be planned on them.</EmptyState>
          ) : (
            <div className={classes.years}>
              {byYear(rows, today).map(([year, days]) => (
                <section key={year} aria-label={`Bank holidays in ${year}`}>
                  <h2 className={classes.year}>{year}</h2>
                  <DataTable
                    label={`Bank holidays in ${year}`}
                    noun={['day', 'days']}
                    columns={mayEdit ? [...columns, removeColumn((day) => remove.mutate(day))] : columns}
                    rows={days}
                    rowKey={(h) => h.date}
                  />
                </section>
              ))}
            </div>
          )
        }
      </Answer>
    </SettingsPage>
  )
}

function BankHolidayForm({ onClose }: { onClose: () => void }) {
  const blank: { date: string | null; name: string } = { date: null, name: '' }
  const { values, change, forget } = useDraft('bank holiday', blank)
  const add = useCommand('settings', 'addBankHoliday', {
    failure: 'inline',
    done: (h) => `Added ${longDate(h.date)}`,
    undo: true,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const { idOf, field } = useFields(add.error)
  return (
    <FormPanel
      title="Add a bank holiday"
      onClose={onClose}
      onSubmit={() => add.mutate({ name: values.name, date: values.date ?? '' })}
      submit="Add"
      pending={add.isPending}
      error={add.error}
      idOf={idOf}
    >
      <DateField {...field('date')} label="Date" value={values.date} onChange={(date) => change({ date })} />
      <TextInput
        {...field('name')}
        label="Name"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
    </FormPanel>
  )
}
