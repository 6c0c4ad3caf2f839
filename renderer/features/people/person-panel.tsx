import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { waysToReach } from '../../../shared/people/contact-safety.rules.ts'
import { displayName, fullName } from '../../../shared/people/people.rules.ts'
import { longDate, shortDate } from '../../../shared/time/format.ts'
import { recordOf } from '../paper/asked.ts'
import { ContactLog } from '../contacts/contact-log.tsx'
import { ApologiesButton } from '../registers/apologies-button.tsx'
import { PersonStars } from '../outcomes/person-stars.tsx'
import { AdultsSection } from './adults-section.tsx'
import { ConsentsSection } from './consents-section.tsx'
import { LooksSection } from './looks-section.tsx'
import { PersonFacts } from './person-facts.tsx'
import type { PersonForm } from './person-forms.tsx'
import { MergedSection } from './merged-section.tsx'
import { AlertNotice, MustNotCollect } from './person-notices.tsx'
import { Section } from './section.tsx'
import classes from './people.module.css'

interface PersonPanelProps {
  readonly id: PersonId
  readonly name: string
  readonly onClose: () => void
  /** Opens a form in the panel's place. */
  readonly onForm: (form: PersonForm) => void
}

/** One person beside the list: what keeps them safe first, then all the rest. Every look is in the audit trail. */
export function PersonPanel({ id, name, onClose, onForm }: PersonPanelProps) {
  const query = useQuery(ask('people', 'get', { id }))
  const may = useMay()
  const { data } = query
  useKeptRecord(id, data?.person.id)
  return (
    <SidePanel
      title={data ? fullName(data.person) : name}
      onClose={onClose}
      {...(data &&
        may('people.edit') && {
          footer: (
            <Button onClick={() => onForm({ kind: 'change', of: data })}>
              {data.person.provisional ? 'Complete details' : 'Change details'}
            </Button>
          ),
        })}
    >
      <Answer query={query}>{(answer) => <PersonDetails answer={answer} onForm={onForm} />}</Answer>
    </SidePanel>
  )
}

/** The address of a record that was taken into another goes to the one that was kept. */
function useKeptRecord(asked: PersonId, answered: PersonId | undefined): void {
  useEffect(() => {
    if (answered !== undefined && answered !== asked) go(`/people/${answered}`, { replace: true })
  }, [asked, answered])
}

interface DetailsProps {
  readonly answer: Output<'people', 'get'>
  readonly onForm: (form: PersonForm) => void
}

function PersonDetails({ answer, onForm }: DetailsProps) {
  const { person, family, history, adults, adultOf, consents, alert } = answer
  const may = useMay()
  const mayEdit = may('people.edit')
  const seeAlerts = () => onForm({ kind: 'alerts', of: answer })
  return (
    <>
      <MustNotCollect adults={adults} />
      <AlertNotice alert={alert} onOpen={seeAlerts} />
      {person.provisional && (
        <p className={classes.notice}>
          <strong>Provisional.</strong> Added at a door: check the name and ask for the date of birth.
        </p>
      )}
      <PersonFacts {...answer} />
      <AdultsSection
        person={person}
        adults={adults}
        adultOf={adultOf}
        onEdit={mayEdit ? (adult) => onForm({ kind: 'adult', of: answer, adult }) : undefined}
      />
      <ConsentsSection
        consents={consents}
        onAsk={mayEdit ? () => onForm({ kind: 'consents', of: answer }) : undefined}
      />
      <Section title="Groups">
        <History history={history} />
        {history.some((line) => line.status === 'enrolled') && (
          <ApologiesButton personId={person.id} name={displayName(person)} groupId={null} />
        )}
      </Section>
      <ContactLog personId={person.id} reach={waysToReach(person)} />
      {person.familyId !== null && (
        <Family id={person.familyId} name={person.familyName ?? ''} others={family} />
      )}
      {alert.maySee && !alert.marker && (
        <Section
          title="Alerts"
          action={{ words: 'See or write', name: 'See or write alerts', onClick: seeAlerts }}
        >
          <p className={classes.quiet}>For managers and those who lead a group of theirs.</p>
        </Section>
      )}
      {may('outcomes.view') && <PersonStars personId={person.id} />}
      <MergedSection id={person.id} name={displayName(person)} />
      {may('audit.view') && <LooksSection id={person.id} />}
      {may('exports.county') && (
        <Button
          variant="default"
          className={classes.record ?? ''}
          onClick={() => recordOf({ personId: person.id, name: displayName(person) })}
        >
          Make their record…
        </Button>
      )}
    </>
  )
}

interface FamilyProps {
  readonly id: string
  readonly name: string
  readonly others: Output<'people', 'get'>['family']
}

const Family = ({ id, name, others }: FamilyProps) => (
  <Section title={`Family: ${name}`}>
    <ul className={classes.list}>
      {others.length === 0 && <li className={classes.quiet}>Nobody else of the family is here.</li>}
      {others.map((member) => (
        <li key={member.id}>
          <Anchor component={Link} to={`/people/${member.id}`}>
            {member.name}
          </Anchor>
          {member.dateOfBirth !== null && (
            <span className={classes.quiet}>, born {longDate(member.dateOfBirth)}</span>
          )}
        </li>
      ))}
      <li>
        <Anchor component={Link} to={`/families/${id}`}>
          See the family side by side
        </Anchor>
      </li>
    </ul>
  </Section>
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
