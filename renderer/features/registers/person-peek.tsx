import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { PersonName } from '../../ui/person-name.tsx'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import classes from './register.module.css'

/** What to know of the person in hand, without leaving the sheet. */
export function PersonPeek({ row }: { row: RegisterRow | undefined }) {
  const may = useMay()
  if (row === undefined) return null
  return (
    <aside className={classes.peek} aria-label="About this person">
      <h2 className={classes.peekName}>
        <PersonName name={row.name} />
      </h2>
      <p className={classes.quiet}>{row.age === null ? 'Age not known' : ageWords(row.age)}</p>
      {row.alert && <p className={classes.alert}>Speak to the lead before the session.</p>}
      <dl className={classes.facts}>
        <Fact name="Allergies and medical">
          {row.allergies ?? <span className={classes.quiet}>Nothing recorded</span>}
        </Fact>
        <Fact name="Phone">{phoneWords(row)}</Fact>
        {row.walkIn && <Fact name="On this register">Walked in; not enrolled on this day</Fact>}
        {row.provisional && (
          <Fact name="Still to do">Added at the door: date of birth and a check are owed</Fact>
        )}
        <Fact name="Mark">
          {row.mark === null ? 'Not recorded' : `${row.mark.code}, by ${row.mark.markedBy}`}
        </Fact>
      </dl>
      {may('people.view') && <Anchor href={`#/people/${row.personId}`}>Open the record</Anchor>}
    </aside>
  )
}

/** `9` is years; under five the words are there already. */
const ageWords = (age: string) => (/^\d+$/.test(age) ? `${age} years old` : `${age} old`)

function phoneWords(row: RegisterRow): ReactNode {
  if (row.safeToCall === 'no') return <strong>Do not call: it is not safe</strong>
  if (row.safeToCall === 'not-asked')
    return <span className={classes.quiet}>Hidden: nobody has asked whether calling is safe</span>
  return row.phone ?? <span className={classes.quiet}>None recorded</span>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
