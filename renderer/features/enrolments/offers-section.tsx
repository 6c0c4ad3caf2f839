import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { CountField } from '../../ui/count-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import settings from '../settings/settings.module.css'

type Values = Output<'enrolments', 'settings'>

/** How long an offer of a place stands, and how far apart two buildings are taken to be. */
export function OffersSection() {
  const query = useQuery(ask('enrolments', 'settings', {}))
  return (
    <SettingsPage section="offers" sentence="Used when a place is offered, and when two groups are compared.">
      <Answer query={query}>{(now) => <OffersForm key={JSON.stringify(now)} now={now} />}</Answer>
    </SettingsPage>
  )
}

function OffersForm({ now }: { now: Values }) {
  const mayEdit = useMay()('programmes.edit')
  const { values, change, forget } = useDraft<{ [K in keyof Values]: number | null }>(`offers ${JSON.stringify(now)}`, now) // prettier-ignore
  const update = useCommand('enrolments', 'updateSettings', {
    failure: 'inline',
    done: 'Saved',
    undo: true,
    onDone: forget,
  })
  const { idOf, field } = useFields(update.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    update.mutate({ offerDays: values.offerDays ?? 0, travelMinutes: values.travelMinutes ?? 0 })
  }
  return (
    <form className={settings.form} onSubmit={save} noValidate>
      <ErrorSummary errors={problemsOf(update.error, idOf)} />
      <Stack gap="md" align="stretch">
        <CountField
          {...field('offerDays')}
          label="Days that an offer stands"
          hint="Unless another last day is chosen when the place is offered."
          value={values.offerDays}
          onChange={(offerDays) => change({ offerDays })}
          disabled={!mayEdit}
        />
        <CountField
          {...field('travelMinutes')}
          label="Minutes from one building to another"
          hint="With less than this between two groups, nobody is taken to manage both."
          value={values.travelMinutes}
          onChange={(travelMinutes) => change({ travelMinutes })}
          disabled={!mayEdit}
        />
        {mayEdit && (
          <div>
            <Button type="submit" loading={update.isPending}>
              Save
            </Button>
          </div>
        )}
      </Stack>
    </form>
  )
}
