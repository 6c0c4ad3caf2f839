import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { identityWords } from './person-words.ts'

interface PersonFieldProps {
  readonly id: string
  readonly error: string | undefined
  readonly label: string
  readonly hint: string
  readonly autoFocus?: boolean
  /** Who is no answer: the person themself. */
  readonly except: PersonId
  /** Set once somebody with a record was chosen. */
  readonly personId: PersonId | null
  readonly text: string
  readonly onChange: (personId: PersonId | null, text: string) => void
}

/** Names may be shared: what tells them apart stands with them. */
const labelOf = (person: PersonRow) => `${person.name}, ${identityWords(person)}`

/** Somebody with a record, found by name; what is typed and not chosen is only a name. */
export function PersonField(props: PersonFieldProps) {
  const { label, hint, except, personId, text, onChange, ...field } = props
  const [asked] = useDebouncedValue(text, 150)
  const enabled = personId === null && asked.trim().length > 1
  const query = useQuery({
    ...askKeeping('people', 'search', { text: asked.slice(0, 200), limit: 6 }),
    enabled,
  })
  const found = enabled ? (query.data?.people ?? []).filter((person) => person.id !== except) : []
  const type = (typed: string) => {
    const chosen = found.find((person) => labelOf(person) === typed)
    onChange(chosen?.id ?? null, chosen?.name ?? typed)
  }
  return (
    <Autocomplete
      {...field}
      data-own-words
      label={label}
      description={personId === null ? hint : 'They have a record here.'}
      value={text}
      onChange={type}
      data={[...new Set(found.map(labelOf))]}
      filter={({ options }) => options}
      autoComplete="off"
    />
  )
}
