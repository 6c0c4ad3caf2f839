import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { fullDate, longDate } from '../../../shared/time/format.ts'
import { SettingsPage } from './settings-page.tsx'

/** The days when nothing runs unless somebody says so. */
export function BankHolidaysSection() {
  const mayEdit = useMay()('settings.edit')
  const [adding, setAdding] = useState(false)
  const holidays = useQuery(ask('settings', 'listBankHolidays', {}))
  const remove = useCommand('settings', 'removeBankHoliday', {
    done: (_, { date }) => `Removed ${longDate(date)}`,
    undo: true,
  })
  const add = mayEdit && <Button onClick={() => setAdding(true)}>Add a bank holiday</Button>
  return (
    <SettingsPage
      section="bank-holidays"
      sentence="England and Wales, 2026 to 2028, from GOV.UK. Add a one-off holiday when one is announced."
      action={add}
      side={adding && <BankHolidayForm onClose={() => setAdding(false)} />}
    >
      <Answer query={holidays}>
        {(rows) => (
          <DataTable
            label="Bank holidays"
            noun="bank holidays"
            columns={[
              { key: 'date', heading: 'Date', cell: (h) => fullDate(h.date), sortBy: (h) => h.date },
              { key: 'name', heading: 'Name', cell: (h) => h.name, sortBy: (h) => h.name },
              ...(mayEdit
                ? [
                    {
                      key: 'remove',
                      heading: 'Change',
                      cell: (h: (typeof rows)[number]) => (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          aria-label={`Remove ${longDate(h.date)}, ${h.name}`}
                          onClick={() => remove.mutate({ date: h.date })}
                        >
                          Remove
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
            rows={rows}
            rowKey={(h) => h.date}
            empty={
              <EmptyState action={add}>No bank holidays are here. Groups will be planned on them.</EmptyState>
            }
          />
        )}
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
