import { Button, NumberInput, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Thresholds } from '../../../shared/calls/thresholds.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { RatioFields } from './ratio-fields.tsx'
import classes from './calls.module.css'

/** From when on somebody needs a call: the council decides, and not the program. */
export function ThresholdsSection() {
  const thresholds = useQuery(ask('calls', 'thresholds', {}))
  return (
    <SettingsPage
      section="calls"
      sentence="What brings somebody, or a group, to the list of who needs a call."
    >
      <Answer query={thresholds}>{(now) => <ThresholdsForm key={JSON.stringify(now)} now={now} />}</Answer>
    </SettingsPage>
  )
}

type NumberKey = { [K in keyof Thresholds]: Thresholds[K] extends number ? K : never }[keyof Thresholds]
interface Line {
  readonly key: NumberKey
  readonly label: string
  readonly hint: string
}

const aboutPeople: readonly Line[] = [
  { key: 'absences', label: 'Absences running', hint: 'Without a word from them. Apologies, and sessions that did not run, are none.' },
  { key: 'fallingOver', label: 'Falling attendance: over how many sessions', hint: 'The last so many are held against as many before them.' },
  { key: 'fallingBy', label: 'Falling attendance: by how many', hint: 'How many fewer of them they came to.' },
  { key: 'offerDays', label: 'Days before an offer lapses', hint: '0 is its last day only.' },
  { key: 'againDays', label: 'Days until somebody who did not answer is tried again', hint: '' },
  { key: 'replyDays', label: 'Days that a message or a letter is given', hint: '' },
] // prettier-ignore
const aboutGroups: readonly Line[] = [
  { key: 'registerDays', label: 'Days after which a register is asked for', hint: '' },
  { key: 'strengthPercent', label: 'Per cent of places below which a group is under strength', hint: '' },
  { key: 'strengthDays', label: 'Days before its start that a group is looked at', hint: '' },
  { key: 'sessionDays', label: 'Days ahead that sessions are looked at for enough adults', hint: '' },
  { key: 'adults', label: 'Adults at every session, at least', hint: 'Staff, and volunteers of 18 and over. Parents who come along are not counted.' },
] // prettier-ignore

function ThresholdsForm({ now }: { now: Thresholds }) {
  const mayEdit = useMay()('programmes.edit')
  const { values, change, forget } = useDraft(`thresholds ${JSON.stringify(now)}`, now)
  const update = useCommand('calls', 'changeThresholds', {
    failure: 'inline',
    done: 'Who needs a call changed',
    undo: true,
    onDone: forget,
  })
  const { idOf, field } = useFields(update.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    update.mutate(values)
  }
  const lines = (some: readonly Line[]) =>
    some.map(({ key, label, hint }) => (
      <NumberInput
        key={key}
        {...field(key)}
        label={label}
        description={hint || undefined}
        value={values[key]}
        onChange={(next) => change({ [key]: typeof next === 'number' ? next : 0 })}
        readOnly={!mayEdit}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        className={classes.short}
      />
    ))
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <ErrorSummary errors={problemsOf(update.error, idOf)} />
      <Stack gap="md" align="stretch">
        <h2 className={classes.part}>People</h2>
        {lines(aboutPeople)}
        <h2 className={classes.part}>Groups and sessions</h2>
        {lines(aboutGroups)}
        <RatioFields
          id={idOf('ratios')}
          ratios={values.ratios}
          onChange={(ratios) => change({ ratios })}
          readOnly={!mayEdit}
          error={field('ratios').error}
        />
        <TextInput
          {...field('ratioSource')}
          label="Where the ratios come from"
          value={values.ratioSource}
          onChange={(event) => change({ ratioSource: event.currentTarget.value })}
          readOnly={!mayEdit}
        />
        {mayEdit && (
          <div>
            <Button type="submit" loading={update.isPending}>
              Save who needs a call
            </Button>
          </div>
        )}
      </Stack>
    </form>
  )
}
