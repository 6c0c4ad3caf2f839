import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { useMay, useToday } from '../../api/session.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { fullName } from '../../../shared/people/people.rules.ts'
import { ageInWords, longDate, shortDate } from '../../../shared/time/format.ts'
import { safeToCallWords } from './person-words.ts'
import classes from './people.module.css'

interface PersonPanelProps {
  readonly id: PersonId
  readonly name: string
  readonly onClose: () => void
  readonly onEdit: (person: Person) => void
}

/** One person beside the list: who they are, their family and their groups. Every look is in the audit trail. */
export function PersonPanel({ id, name, onClose, onEdit }: PersonPanelProps) {
  const query = useQuery(ask('people', 'get', { id }))
  const may = useMay()
  const person = query.data?.person
  return (
    <SidePanel
      title={person ? fullName(person) : name}
      onClose={onClose}
      {...(person &&
        may('people.edit') && {
          footer: (
            <Button onClick={() => onEdit(person)}>
              {person.provisional ? 'Complete details' : 'Change details'}
            </Button>
          ),
        })}
    >
      <Answer query={query}>{(answer) => <PersonDetails {...answer} />}</Answer>
    </SidePanel>
  )
}

function PersonDetails({ person, family, history }: Output<'people', 'get'>) {
  return (
    <>
      {person.alert && (
        <p className={classes.notice}>
          <strong>Speak to the lead before the session.</strong>
        </p>
      )}
      {person.provisional && (
        <p className={classes.notice}>
          <strong>Provisional.</strong> Added at a door: check the name and ask for the date of birth.
        </p>
      )}
      <Facts person={person} />
      <h3 className={classes.sectionTitle}>Groups</h3>
      <History history={history} />
      {person.familyName !== null && (
        <>
          <h3 className={classes.sectionTitle}>Family: {person.familyName}</h3>
          <ul className={classes.list}>
            {family.length === 0 && <li className={classes.quiet}>Nobody else of the family is here.</li>}
            {family.map((member) => (
              <li key={member.id}>
                <Anchor component={Link} to={`/people/${member.id}`}>
                  {member.name}
                </Anchor>
                {member.dateOfBirth !== null && (
                  <span className={classes.quiet}>, born {longDate(member.dateOfBirth)}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Facts({ person }: { person: Person }) {
  const today = useToday()
  const birth =
    person.dateOfBirth === null
      ? 'Not known'
      : `${longDate(person.dateOfBirth)}\nAged ${ageInWords(person.dateOfBirth, today)}`
  return (
    <dl className={classes.facts}>
      <Fact name="Date of birth">{birth}</Fact>
      <Fact name="Mosaic ID">{person.mosaicId ?? 'None'}</Fact>
      <Fact name="Phone" wide>
        {person.phone === null ? 'None' : `${person.phone}\n${safeToCallWords[person.safeToCall]}`}
      </Fact>
      <Fact name="Allergies and medical" wide>
        {person.allergies ?? 'None recorded'}
      </Fact>
    </dl>
  )
}

const Fact = ({ name, wide, children }: { name: string; wide?: true; children: string }) => (
  <div data-wide={wide}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function History({ history }: Pick<Output<'people', 'get'>, 'history'>) {
  if (history.length === 0)
    return (
      <p className={`${classes.quiet} ${classes.list}`}>
        Not in any group yet. Enrol them from a group’s People.
      </p>
    )
  return (
    <ul className={classes.list}>
      {history.map((line) => (
        <li key={line.groupId}>
          <Anchor component={Link} to={`/groups/${line.groupId}`}>
            {line.groupName}
          </Anchor>
          <div className={classes.quiet}>
            {enrolmentStatusLabels[line.status]} since {shortDate(line.since)}
            {line.expected > 0 && `, came to ${line.attended} of ${line.expected}`}
          </div>
        </li>
      ))}
    </ul>
  )
}
