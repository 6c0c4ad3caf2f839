import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { BookingFilter } from '../../../shared/bookings/filter.rules.ts'
import type { Unused } from '../../../shared/views/views.contract.ts'
import { choicesOf, unusedInWords } from './filter-words.ts'
import { useBuildings } from './use-shown-bookings.ts'
import classes from './views.module.css'

interface ChoicesProps {
  readonly filter: BookingFilter
  readonly onFilter: (filter: BookingFilter) => void
  readonly unused?: Unused | null
  readonly onUnused?: (unused: null) => void
}

/** What is being left out, in words, each with a way back: nobody should take a filtered board for the whole. */
export function Choices({ filter, onFilter, unused = null, onUnused }: ChoicesProps) {
  const nameOf = useNames()
  const choices = choicesOf(filter, nameOf)
  if (choices.length === 0 && unused === null) return null
  return (
    <ul className={classes.choices} aria-label="Showing only">
      {unused !== null && <Choice words={unusedInWords(unused)} onRemove={() => onUnused?.(null)} />}
      {choices.map(({ words, without }) => (
        <Choice key={words} words={words} onRemove={() => onFilter(without)} />
      ))}
    </ul>
  )
}

function Choice({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <li>
      <span title={words}>{words}</span>
      <CloseButton size="sm" aria-label={`Stop showing only ${words}`} onClick={onRemove} />
    </li>
  )
}

function useNames() {
  const named = [
    useBuildings(),
    useQuery(ask('buildings', 'listLocalities', {})).data ?? [],
    useQuery(ask('programmes', 'list', {})).data ?? [],
    useQuery(ask('staff', 'list', {})).data ?? [],
  ]
  return (id: string): string => named.flat().find((one) => one.id === id)?.name ?? 'one that is gone'
}
