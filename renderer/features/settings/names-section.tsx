import { Button, Checkbox, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { weekdayName } from '../../../shared/time/format.ts'
import { SettingsPage } from './settings-page.tsx'
import classes from './settings.module.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }))

type Names = Output<'settings', 'get'>

/** What the service calls itself and its buildings: both have changed more than once. */
export function NamesSection() {
  const names = useQuery(ask('settings', 'get', {}))
  return (
    <SettingsPage section="names" sentence="Printed on every file, and used on the screens.">
      <Answer query={names}>{(now) => <NamesForm key={JSON.stringify(now)} now={now} />}</Answer>
    </SettingsPage>
  )
}

function NamesForm({ now }: { now: Names }) {
  const mayEdit = useMay()('settings.edit')
  const { values, change, forget } = useDraft(`names ${JSON.stringify(now)}`, now)
  const update = useCommand('settings', 'update', {
    failure: 'inline',
    done: 'Names saved',
    undo: true,
    onDone: forget,
  })
  const { idOf, field } = useFields(update.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    update.mutate(values)
  }
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <ErrorSummary errors={problemsOf(update.error, idOf)} />
      <Stack gap="md" align="stretch">
        <TextInput
          {...field('serviceName')}
          label="Name of the service"
          value={values.serviceName}
          onChange={(event) => change({ serviceName: event.currentTarget.value })}
          readOnly={!mayEdit}
        />
        <TextInput
          {...field('buildingWord')}
          label="What a building is called"
          description="For example, Family hub."
          value={values.buildingWord}
          onChange={(event) => change({ buildingWord: event.currentTarget.value })}
          readOnly={!mayEdit}
        />
        <Checkbox
          label="Ask again when an agreed booking changes"
          description="When the person who asked moves it, somebody who looks after the building says yes once more."
          checked={values.askAgain}
          onChange={(event) => change({ askAgain: event.currentTarget.checked })}
          disabled={!mayEdit}
        />
        <Select
          {...field('snapshotWeekday')}
          label="Day on which people waiting are counted"
          description="Once a week, for the report of who waits. A week in which nobody opens Gather on that day stays a gap."
          data={weekdays}
          value={String(values.snapshotWeekday)}
          onChange={(day) => change({ snapshotWeekday: Number(day ?? values.snapshotWeekday) })}
          allowDeselect={false}
          disabled={!mayEdit}
        />
        <NumberInput
          {...field('smallNumber')}
          label="Hide numbers of fewer people than"
          description="In reports on paper and in files, never on the screen. 0 is said as 0. Numbers from which so few could be worked out are hidden as well."
          value={values.smallNumber}
          onChange={(value) => change({ smallNumber: Number(value) })}
          min={3}
          max={20}
          allowDecimal={false}
          readOnly={!mayEdit}
        />
        {mayEdit && (
          <div>
            <Button type="submit" loading={update.isPending}>
              Save names
            </Button>
          </div>
        )}
      </Stack>
    </form>
  )
}
