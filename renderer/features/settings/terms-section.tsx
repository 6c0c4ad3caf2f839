import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Term } from '../../../shared/settings/settings.contract.ts'
import { longDate } from '../../../shared/time/format.ts'
import { useAffectedDates } from '../series/affected-dates.tsx'
import { SettingsPage } from './settings-page.tsx'
import classes from './settings.module.css'

const columns: readonly Column<Term>[] = [
  { key: 'name', heading: 'Term', cell: (term) => term.name },
  { key: 'from', heading: 'First day', cell: (term) => longDate(term.startsOn) },
  { key: 'to', heading: 'Last day', cell: (term) => longDate(term.endsOn) },
  {
    key: 'source',
    heading: 'From',
    cell: (term) => (term.sample ? 'Sample: invented dates' : 'Entered here'),
  },
]

/** When the schools are open: groups that run in term time skip what lies between. */
export function TermsSection() {
  const mayEdit = useMay()('settings.edit')
  const [panel, setPanel] = useState<Term | 'new' | null>(null)
  const terms = useQuery(ask('settings', 'listTerms', {}))
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a term</Button>
  const affected = useAffectedDates()
  return (
    <SettingsPage
      section="terms"
      sentence="Each half term is a line. What lies between two lines is a school holiday."
      action={terms.data?.length !== 0 && add}
      side={
        panel === null ? (
          affected.side
        ) : (
          <TermForm
            key={panel === 'new' ? 'new' : `${panel.id} ${panel.version}`}
            term={panel === 'new' ? null : panel}
            onClose={() => setPanel(null)}
          />
        )
      }
    >
      {affected.list}
      <Answer query={terms}>
        {(rows) => (
          <DataTable
            label="Term dates"
            noun={['line', 'lines']}
            columns={columns}
            rows={rows}
            rowKey={(term) => term.id}
            {...(mayEdit && { onOpen: setPanel })}
            openedKey={panel === null || panel === 'new' ? null : panel.id}
            empty={<NoTerms add={add} />}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}

function NoTerms({ add }: { add: React.ReactNode }) {
  return (
    <EmptyState action={add}>
      <div className={classes.paragraphs}>
        <p>
          No term dates are shipped with Gather. Leicestershire’s differ from the rest of England (the October
          half term comes a week earlier, and summer starts in July), and schools may differ from each other.
        </p>
        <p>
          Copy them from the council’s school term dates page. Until then, groups that run in term time cannot
          skip school holidays, and planning says so.
        </p>
      </div>
    </EmptyState>
  )
}

const startOf = (term: Term | null): { name: string; startsOn: string | null; endsOn: string | null } =>
  term ?? { name: '', startsOn: null, endsOn: null }

function useSaveTerm(term: Term | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('settings', 'createTerm', { ...options, done: (t) => `Added ${t.name}` })
  const update = useCommand('settings', 'updateTerm', { ...options, done: (t) => `Changed ${t.name}` })
  const save = ({ name, startsOn, endsOn }: ReturnType<typeof startOf>) => {
    // An empty date is refused by name, as a wrong one is.
    const fields = { name, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
    if (term === null) create.mutate(fields)
    else update.mutate({ ...fields, id: term.id, version: term.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

function TermForm({ term, onClose }: { term: Term | null; onClose: () => void }) {
  const { values, change, forget } = useDraft(
    `term ${term?.id ?? 'new'} ${term?.version ?? 0}`,
    startOf(term),
  )
  const { save, error, pending } = useSaveTerm(term, () => {
    forget()
    onClose()
  })
  const remove = useCommand('settings', 'removeTerm', { done: 'Term removed', undo: true, onDone: onClose })
  const { idOf, field } = useFields(error)
  return (
    <FormPanel
      title={term?.name ?? 'Add a term'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={term === null ? 'Add the term' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      actions={
        term !== null && (
          <Button variant="subtle" color="danger" onClick={() => remove.mutate({ id: term.id })}>
            Remove
          </Button>
        )
      }
    >
      <TextInput
        {...field('name')}
        label="Name"
        description="For example, Autumn term, first half."
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <DateField
        {...field('startsOn')}
        label="First day"
        value={values.startsOn}
        onChange={(startsOn) => change({ startsOn })}
      />
      <DateField
        {...field('endsOn')}
        label="Last day"
        hint="The last school day, itself in term."
        value={values.endsOn}
        onChange={(endsOn) => change({ endsOn })}
      />
    </FormPanel>
  )
}
