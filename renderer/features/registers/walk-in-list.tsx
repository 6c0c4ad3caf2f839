import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { Choice } from './walk-in-choices.ts'
import classes from './register.module.css'

interface WalkInListProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly active: number
  readonly onPick: (choice: Choice) => void
}

export function WalkInList({ id, choices, active, onPick }: WalkInListProps) {
  return (
    <div id={id} role="listbox" aria-label="Who it is" className={classes.choices}>
      {choices.map((choice, at) => (
        // The keys are on the box above; the mouse may choose here too.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={choice.kind === 'new' ? 'new' : choice.personId}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={classes.choice}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          <strong>{choice.kind === 'new' ? `Add ${choice.name} as new` : choice.name}</strong>
          <span className={classes.quiet}>{about(choice)}</span>
        </div>
      ))}
    </div>
  )
}

function about(choice: Choice): string {
  if (choice.kind === 'here') return 'On this register already: go to the row'
  if (choice.kind === 'new')
    return choice.dateOfBirth === null
      ? 'Kept as provisional until their date of birth is known'
      : `Born ${longDate(choice.dateOfBirth)}. Kept as provisional until somebody has checked`
  const { dateOfBirth, groups, status, warning } = choice.person
  const born = dateOfBirth === null ? 'Date of birth not known' : `Born ${longDate(dateOfBirth)}`
  const here = status === null ? [] : [`In this group: ${enrolmentStatusLabels[status].toLowerCase()}`]
  return [...(warning === null ? [] : [warning]), born, ...here, ...groups].join(' · ')
}
