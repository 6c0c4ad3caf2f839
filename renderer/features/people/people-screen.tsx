import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useParams } from 'wouter'
import { askKeeping } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useStartNew } from '../../frame/new-things.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { personId } from '../../../shared/ids.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { count } from '../../../shared/text.ts'
import { PeopleTable } from './people-table.tsx'
import { draftNamed } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'
import { PersonPanel } from './person-panel.tsx'
import classes from './people.module.css'

const PAGE = 50

type Form =
  { readonly kind: 'add'; readonly named: string } | { readonly kind: 'change'; readonly person: Person }

/** Everybody the service works with: find first, then look. */
export function PeopleScreen() {
  const opened = personId.safeParse(useParams()['id']).data ?? null
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const [form, setForm] = useState<Form | null>(null)
  const [asked] = useDebouncedValue(text, 150)
  const query = useQuery(askKeeping('people', 'search', { text: asked.slice(0, 200), limit }))
  const mayEdit = useMay()('people.edit')
  const add = () => setForm({ kind: 'add', named: text })
  useStartNew('person', add)
  const none = query.data?.total === 0 && asked.trim() === ''
  const addButton = mayEdit && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={add}>
      Add a person
    </Button>
  )
  return (
    <Page
      title="People"
      sentence={sentenceOf(query.data?.total, asked)}
      action={none ? undefined : addButton}
      side={useSide(opened, form, setForm, query.data?.people.find((person) => person.id === opened)?.name)}
    >
      {!none && (
        <TextInput
          className={classes.search}
          label="Find people"
          description="By name, date of birth such as 12/3/15, or Mosaic ID"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setLimit(PAGE)
          }}
          type="search"
          autoComplete="off"
          autoFocus={opened === null}
        />
      )}
      <Answer query={query}>
        {({ total, people }) => (
          <>
            <PeopleTable
              people={people}
              total={total}
              openedId={opened}
              onOpen={(id) => {
                setForm(null)
                go(`/people/${id}`)
              }}
              empty={<Nobody text={asked} addButton={addButton} />}
            />
            {total > people.length && limit < 200 && (
              <Button className={classes.more} variant="default" onClick={() => setLimit(limit + PAGE)}>
                Show {Math.min(PAGE, total - people.length)} more
              </Button>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function sentenceOf(total: number | undefined, asked: string): string | undefined {
  if (total === undefined || total === 0) return undefined
  if (asked.trim() === '') return `${count(total, 'person', 'people')} here.`
  return `${count(total, 'person fits', 'people fit')}.`
}

/** The panel at the side: a form, the person opened, or nothing. Esc goes one step back. */
function useSide(
  opened: PersonId | null,
  form: Form | null,
  setForm: (form: Form | null) => void,
  name = 'Person',
): ReactNode {
  const close = () => setForm(null)
  const saved = (id: PersonId) => {
    close()
    go(`/people/${id}`)
  }
  if (form?.kind === 'change')
    return (
      <PersonForm key={`change ${form.person.id}`} person={form.person} onClose={close} onSaved={saved} />
    )
  if (form?.kind === 'add')
    return (
      <PersonForm key={`add ${form.named}`} start={draftNamed(form.named)} onClose={close} onSaved={saved} />
    )
  if (opened === null) return null
  return (
    <PersonPanel
      key={opened}
      id={opened}
      name={name}
      onClose={() => go('/people')}
      onEdit={(person) => setForm({ kind: 'change', person })}
    />
  )
}

function Nobody({ text, addButton }: { text: string; addButton: ReactNode }) {
  if (text.trim() === '')
    return (
      <EmptyState action={addButton}>
        Nobody is here yet. People come in with a group’s list: open a group and enrol them by typing, pasting
        or reading a spreadsheet. Or add one by hand.
      </EmptyState>
    )
  return (
    <EmptyState action={addButton}>
      Nobody fits “{text.trim()}”. Check the spelling or try part of the name. Accents and apostrophes do not
      matter.
    </EmptyState>
  )
}
