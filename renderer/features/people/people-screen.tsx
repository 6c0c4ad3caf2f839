import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { askKeeping } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { useStartNew } from '../../frame/new-things.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { personId } from '../../../shared/ids.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { PeopleTable } from './people-table.tsx'
import { ThisIsByKey } from './merge-at-door.tsx'
import { formPanel, type PersonForm } from './person-forms.tsx'
import { PersonPanel } from './person-panel.tsx'
import classes from './people.module.css'

const PAGE = 50
/** More than anybody reads through: beyond it, finding is quicker. */
const MOST = 200

/**
 * The person opened, and whether only those added at a door are shown: `#/people/provisional`, and on while one of
 * them is open.
 */
function useShown() {
  const part = useParams()['id']
  const opened = personId.safeParse(part).data ?? null
  const [last, setLast] = useState(false)
  const provisional = part === 'provisional' || (opened !== null && last)
  if (last !== provisional) setLast(provisional)
  return { opened, provisional, list: provisional ? '/people/provisional' : '/people' }
}

/** Everybody the service works with: find first, then look. */
export function PeopleScreen() {
  const { opened, provisional, list } = useShown()
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const [form, setForm] = useState<PersonForm | null>(null)
  const [asked] = useDebouncedValue(text, 150)
  const query = useQuery(askKeeping('people', 'search', { text: asked.slice(0, 200), provisional, limit }))
  const mayEdit = useMay()('people.edit')
  const add = () => setForm({ kind: 'add', named: text })
  useStartNew('person', add)
  const total = query.data?.total ?? 0
  const none = query.data?.total === 0 && asked.trim() === ''
  const addButton = mayEdit && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={add}>
      Add a person
    </Button>
  )
  const open = (id: PersonId) => {
    setForm(null)
    go(`/people/${id}`)
  }
  const close = () => go(list)
  // Enter on an answer to what was typed before would open somebody else.
  const only = text === asked && !query.isPlaceholderData && total === 1 ? query.data?.people[0] : undefined
  return (
    <Page
      title={provisional ? 'Added at the door' : 'People'}
      {...(provisional && { back: <Link to="/people">All people</Link> })}
      {...(total > 0 && { sentence: <Sentence total={total} asked={asked} provisional={provisional} /> })}
      action={none || provisional ? undefined : addButton}
      side={sideOf({
        opened,
        form,
        setForm,
        close,
        name: query.data?.people.find(({ id }) => id === opened)?.name,
      })}
    >
      {!none && (
        <TextInput
          className={classes.search}
          label="Find people"
          description="By name, date of birth such as 12/3/15, phone, Mosaic ID or another reference"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setLimit(PAGE)
          }}
          onKeyDown={(event) => event.key === 'Enter' && only && open(only.id)}
          type="search"
          autoComplete="off"
          autoFocus={opened === null}
        />
      )}
      <Answer query={query}>
        {({ people }) => (
          <>
            <ThisIsByKey people={provisional ? people : []}>
              <PeopleTable
                people={people}
                total={total}
                openedId={opened}
                beside={opened !== null || form !== null}
                onOpen={open}
                empty={<Nobody text={asked} provisional={provisional} addButton={addButton} />}
              />
            </ThisIsByKey>
            {total > people.length && limit < MOST && (
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

interface SentenceProps {
  readonly total: number
  readonly asked: string
  readonly provisional: boolean
}

function Sentence({ total, asked, provisional }: SentenceProps) {
  if (asked.trim() !== '') return `${count(total, 'person fits', 'people fit')}.`
  if (provisional)
    return `${count(total, 'person', 'people')} to complete: say who it is, or give the date of birth.`
  return (
    <>
      {count(total, 'person', 'people')} in the county.{' '}
      <Link to="/people/duplicates">Possible duplicates</Link>
    </>
  )
}

interface Side {
  readonly opened: PersonId | null
  readonly form: PersonForm | null
  readonly setForm: (form: PersonForm | null) => void
  /** Back to the list. */
  readonly close: () => void
  readonly name: string | undefined
}

/** The panel at the side: a form, the person opened, or nothing. Esc goes one step back. */
function sideOf({ opened, form, setForm, close, name = 'Person' }: Side): ReactNode {
  const closeForm = () => setForm(null)
  const saved = (id: PersonId) => {
    closeForm()
    go(`/people/${id}`)
  }
  if (form !== null) return formPanel(form, { onClose: closeForm, onSaved: saved })
  if (opened === null) return null
  return <PersonPanel key={opened} id={opened} name={name} onClose={close} onForm={setForm} />
}

interface NobodyProps {
  readonly text: string
  readonly provisional: boolean
  readonly addButton: ReactNode
}

function Nobody({ text, provisional, addButton }: NobodyProps) {
  if (text.trim() !== '')
    return (
      <EmptyState action={provisional ? <Link to="/people">Look among all people</Link> : addButton}>
        Nobody fits “{text.trim()}”. Check the spelling or try part of the name. Accents and apostrophes do
        not matter.
      </EmptyState>
    )
  if (provisional)
    return (
      <EmptyState action={<Link to="/people">See all people</Link>}>
        Everybody who was added at a door has been completed.
      </EmptyState>
    )
  return (
    <EmptyState action={addButton}>
      Nobody is here yet. People come in with a group’s list: open a group and enrol them by typing, pasting
      or reading a spreadsheet. Or add one by hand.
    </EmptyState>
  )
}
