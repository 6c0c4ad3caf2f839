import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { listKeepsEnter } from '../../ui/list-keeps-enter.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useOpenList } from '../../ui/use-open-list.ts'
import { contactOutcomeLabels, contactSubjectLabels, contactSubjects, contactWayLabels, contactWays } from '../../../shared/contacts/contact.ts' // prettier-ignore
import type { ContactOutcome, ContactSubject, ContactWay } from '../../../shared/contacts/contact.ts'
import type { Contact } from '../../../shared/contacts/contacts.contract.ts'
import { outcomesOf, safeWays } from '../../../shared/contacts/contacts.rules.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import classes from './contacts.module.css'

interface ContactFormProps {
  readonly personId: PersonId
  readonly groupId?: GroupId
  readonly reach?: { call: string | null; text: string | null; email: string | null; write: string | null }
  /** One's own, to be corrected. */
  readonly contact?: Contact
  readonly onClose: () => void
}

interface Draft {
  readonly way: ContactWay
  readonly about: ContactSubject
  readonly outcome: ContactOutcome
  readonly note: string
  readonly nextStep: string
}

/** Saves what is typed: a new line of the log, or one's own put right. */
function useContactForm({ personId, groupId, contact, onClose }: ContactFormProps, start: Draft) {
  const key = `contact ${contact ? `${contact.id} ${contact.version}` : personId}`
  const { values, change, forget } = useDraft<Draft>(key, start)
  const onDone = () => {
    forget()
    onClose()
  }
  const log = useCommand('contacts', 'log', { failure: 'inline', undo: true, done: 'Contact logged', onDone })
  const correct = useCommand('contacts', 'correct', { failure: 'inline', undo: true, done: 'Contact corrected', onDone }) // prettier-ignore
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { way, about, outcome, note, nextStep } = values
    const fields = { way, about, outcome, note, nextStep }
    if (contact) correct.mutate({ id: contact.id, version: contact.version, at: contact.at, ...fields })
    else log.mutate({ personId, groupId: groupId ?? null, ...fields })
  }
  return { values, change, save, error: log.error ?? correct.error, pending: log.isPending || correct.isPending } // prettier-ignore
}

const blank = (way: ContactWay, about: ContactSubject): Draft => ({ way, about, outcome: outcomesOf[way][0] ?? 'reached', note: '', nextStep: '' }) // prettier-ignore

/** One try to reach somebody: only the ways that are safe are offered. */
export function ContactForm(props: ContactFormProps) {
  const { groupId, reach, contact, onClose } = props
  const ways = reach && !contact ? safeWays(reach) : contactWays
  const start = contact
    ? { ...contact, note: contact.note ?? '', nextStep: contact.nextStep ?? '' }
    : blank(ways[0] ?? 'in-person', groupId ? 'waiting' : 'other')
  const { values, change, save, error, pending } = useContactForm(props, start)
  const { idOf, field } = useFields(error)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its fields
    <form className={classes.form} onSubmit={save} onKeyDown={listKeepsEnter} noValidate>
      <ErrorSummary errors={problemsOf(error, idOf)} />
      <Stack gap="sm">
        <Choices ways={ways} values={values} change={change} field={field} />
        <Textarea
          {...field('note')}
          label="Note (optional)"
          value={values.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={1000}
        />
        <TextInput
          {...field('nextStep')}
          label="Next step (optional)"
          value={values.nextStep}
          onChange={(event) => change({ nextStep: event.currentTarget.value })}
          maxLength={200}
        />
        <Group gap={8}>
          <Button type="submit" loading={pending}>
            {contact ? 'Save the correction' : 'Log the contact'}
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ChoicesProps {
  readonly ways: readonly ContactWay[]
  readonly values: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** How, with what outcome, and about what. */
function Choices({ ways, values: { way, outcome, about }, change, field }: ChoicesProps) {
  const chooseWay = (next: ContactWay) =>
    change({ way: next, ...(!outcomesOf[next].includes(outcome) && { outcome: outcomesOf[next][0] ?? 'reached' }) }) // prettier-ignore
  return (
    <>
      <Choice
        {...field('way')}
        label="How"
        all={ways}
        labels={contactWayLabels}
        value={way}
        onChange={chooseWay}
        autoFocus
      />{' '}
      {/* prettier-ignore */}
      <Choice {...field('outcome')} label="What came of it" all={outcomesOf[way]} labels={contactOutcomeLabels} value={outcome} onChange={(next) => change({ outcome: next })} />{' '}
      {/* prettier-ignore */}
      <Choice {...field('about')} label="About" all={contactSubjects} labels={contactSubjectLabels} value={about} onChange={(next) => change({ about: next })} />{' '}
      {/* prettier-ignore */}
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly id: string
  readonly error: string | undefined
  readonly label: string
  readonly all: readonly T[]
  readonly labels: Readonly<Record<T, string>>
  readonly value: T
  readonly onChange: (value: T) => void
  readonly autoFocus?: boolean
}

function Choice<T extends string>({ all, labels, onChange, ...field }: ChoiceProps<T>) {
  const list = useOpenList()
  const choose = (chosen: string | null) => {
    const value = all.find((one) => one === chosen)
    if (value !== undefined) onChange(value)
  }
  const data = all.map((value) => ({ value, label: labels[value] }))
  return <Select {...field} {...list} data={data} onChange={choose} allowDeselect={false} />
}
