import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { identityWords, lowerFirst, matchWords } from './person-words.ts'
import type { PersonDraft } from './person-draft.ts'
import classes from './people.module.css'

interface MatchWarningProps {
  readonly draft: PersonDraft
  /** The person being changed, who is no match of their own. */
  readonly self?: PersonId
  readonly onUse: (person: PersonRow) => void
  /** What using somebody does: `Open`, `Enrol`. */
  readonly use: string
}

/** While somebody types: who this may already be, so that nobody is kept twice. */
export function MatchWarning({ draft, self, onUse, use }: MatchWarningProps) {
  const [{ firstName, lastName, dateOfBirth, mosaicId }] = useDebouncedValue(draft, 300)
  const asked = { firstName: firstName.slice(0, 100), lastName: lastName.slice(0, 100), dateOfBirth, mosaicId: mosaicId.slice(0, 40) } // prettier-ignore
  const enough = (firstName.trim() !== '' && lastName.trim() !== '') || mosaicId.trim() !== ''
  const found = useQuery({ ...askKeeping('people', 'findMatches', asked), enabled: enough }).data ?? []
  const others = enough ? found.filter((match) => match.person.id !== self).slice(0, 3) : []
  return (
    <div role="status">
      {others.length > 0 && (
        <div className={classes.notice}>
          <strong>This may be the same person</strong>
          <ul className={classes.list} style={{ marginBottom: 0 }}>
            {others.map(({ kind, person, why }) => (
              <li key={person.id}>
                {person.name}, {identityWords(person)}:{' '}
                {kind === 'alike' ? why.map(lowerFirst).join(', ') : matchWords[kind]}.{' '}
                <Anchor component="button" type="button" inherit onClick={() => onUse(person)}>
                  {use} {person.name}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
