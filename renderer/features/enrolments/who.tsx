import { useToday } from '../../api/session.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { participantRoleLabels } from '../../../shared/enrolments/participants.rules.ts'
import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { ageInWords } from '../../../shared/time/format.ts'
import classes from './enrolments.module.css'

type WhoProps = Pick<
  WaitingRow,
  'name' | 'alert' | 'provisional' | 'dateOfBirth' | 'familyName' | 'role' | 'ageWarning'
>

/** Name, age and family in one cell, with what is warned of. */
export function WhoCell({ name, alert, provisional, dateOfBirth, familyName, role, ageWarning }: WhoProps) {
  const today = useToday()
  const age = dateOfBirth === null ? 'No date of birth' : ageInWords(dateOfBirth, today)
  const parts = [age, role && participantRoleLabels[role], familyName && `${familyName} family`]
  return (
    <span className={classes.name}>
      <PersonName name={name} alert={alert} provisional={provisional} />
      <span className={`${classes.small} ${classes.under}`}>{parts.filter(Boolean).join(' · ')}</span>
      {ageWarning !== null && <span className={`${classes.warn} ${classes.under}`}>{ageWarning}</span>}
    </span>
  )
}
