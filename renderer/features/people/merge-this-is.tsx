import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ask, askKeeping } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { surenessWords } from './duplicates-words.ts'
import { identityWords } from './person-words.ts'
import classes from './duplicates.module.css'

interface ThisIsProps {
  readonly id: PersonId
  readonly name: string
  readonly onClose: () => void
}

interface Choice {
  readonly person: PersonRow
  readonly words: string | null
}

/** "This is …": who somebody turns out to be. The likely ones are there; anybody else is found by typing. */
export function ThisIsDialog({ id, name, onClose }: ThisIsProps) {
  const [text, setText] = useState('')
  const { choices, asking } = useChoices(id, text)
  const choose = ({ person }: Choice) => {
    onClose()
    go(`/people/merge/${person.id}/${id}`)
  }
  const byNumber = (event: KeyboardEvent) => {
    const chosen = choices[Number(event.key) - 1]
    if (text !== '' || chosen === undefined || event.ctrlKey) return
    event.preventDefault()
    choose(chosen)
  }
  return (
    <Dialog onClose={onClose} title={`${name} is …`} size="lg">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the figures of the answers in it */}
      <div onKeyDown={byNumber}>
        <TextInput
          label="Find somebody"
          description="Press the figure of one of these, or type a name, a date of birth or a Mosaic ID"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <ol className={classes.matches} aria-label="Who it may be">
          {choices.map((choice, place) => (
            <li key={choice.person.id}>
              <button type="button" className={classes.match} onClick={() => choose(choice)}>
                <strong>
                  {place + 1}. {choice.person.name}
                </strong>
                , {identityWords(choice.person)}
                {choice.words !== null && <div className={classes.quiet}>{choice.words}</div>}
              </button>
            </li>
          ))}
        </ol>
        {choices.length === 0 && !asking && (
          <p role="status">
            {text.trim() === '' ? 'Nobody here looks like them.' : `Nobody else fits “${text.trim()}”.`}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** The likely ones, or those who fit what was typed. Nobody is themself. */
function useChoices(id: PersonId, text: string): { choices: Choice[]; asking: boolean } {
  const [asked] = useDebouncedValue(text.trim().slice(0, 200), 150)
  const likely = useQuery(ask('people', 'likelyMatches', { id }))
  const found = useQuery({ ...askKeeping('people', 'search', { text: asked, limit: 8 }), enabled: asked !== '' }) // prettier-ignore
  if (text.trim() === '')
    return {
      asking: likely.isPending,
      choices: (likely.data ?? []).map(({ person, sureness, why }) => ({
        person,
        words: `${surenessWords[sureness]}: ${why.join('. ')}.`,
      })),
    }
  const people = (found.data?.people ?? []).filter((person) => person.id !== id)
  return { asking: found.isPending, choices: people.map((person) => ({ person, words: null })) }
}
