import { Anchor, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useToday } from '../../api/session.ts'
import { PersonName } from '../../ui/person-name.tsx'
import type { Adult } from '../../../shared/people/adults.contract.ts'
import type { FamilyMember } from '../../../shared/people/families.contract.ts'
import { consentKinds, consentLabels } from '../../../shared/people/consents.rules.ts'
import { ageInWords, longDate } from '../../../shared/time/format.ts'
import { ConsentState } from './consents-section.tsx'
import { MustNotCollect } from './person-notices.tsx'
import { relationWords } from './person-words.ts'
import classes from './people.module.css'

interface FamilyTableProps {
  readonly members: readonly FamilyMember[]
  /** Left out for somebody who may only look. */
  readonly onMove: ((member: FamilyMember) => void) | undefined
}

interface Line {
  readonly title: string
  readonly cell: (member: FamilyMember, today: string) => ReactNode
}

const none = <span className={classes.quiet}>None</span>

const lines: readonly Line[] = [
  {
    title: 'Date of birth',
    cell: ({ dateOfBirth }, today) =>
      dateOfBirth === null ? (
        <span className={classes.quiet}>Not known</span>
      ) : (
        `${longDate(dateOfBirth)}, aged ${ageInWords(dateOfBirth, today)}`
      ),
  },
  { title: 'Must not collect', cell: ({ adults }) => <Forbidden adults={adults} /> },
  { title: 'May collect', cell: ({ adults }) => <Adults adults={adults.filter(({ mayCollect }) => mayCollect === 'yes')} /> }, // prettier-ignore
  { title: 'Ring in an emergency', cell: ({ adults }) => <Rung adults={adults} /> },
  { title: 'Adults', cell: ({ adults }) => <Adults adults={adults} /> },
  { title: 'Allergies and medical', cell: ({ allergies }) => allergies ?? none },
  { title: 'Access needs', cell: ({ accessNeeds }) => accessNeeds ?? none },
  { title: 'In groups', cell: ({ groups }) => (groups.length === 0 ? none : groups.join(', ')) },
  ...consentKinds.map((kind) => ({
    title: consentLabels[kind],
    cell: ({ consents }: FamilyMember) =>
      consents.filter((one) => one.kind === kind).map((one) => <ConsentState key={kind} consent={one} />),
  })),
]

/** A column for each of the family, a line for each thing to know. */
export function FamilyTable({ members, onMove }: FamilyTableProps) {
  const today = useToday()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when there are many
    <div className={classes.family} tabIndex={0} role="group" aria-label="The family side by side">
      <table aria-label="The family">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">What there is to know</span>
            </th>
            {members.map((member) => (
              <th key={member.id} scope="col">
                <Anchor component={Link} to={`/people/${member.id}`} inherit>
                  <PersonName {...member} />
                </Anchor>
                {onMove && (
                  <div className={classes.noticeActions}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Move ${member.name} to another family`}
                      onClick={() => onMove(member)}
                    >
                      Move
                    </Button>
                  </div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, cell }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {members.map((member) => (
                <td key={member.id}>{cell(member, today)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Forbidden = ({ adults }: { adults: readonly Adult[] }) =>
  adults.some(({ mayCollect }) => mayCollect === 'no') ? <MustNotCollect adults={adults} /> : none

function Adults({ adults }: { adults: readonly Adult[] }) {
  if (adults.length === 0) return none
  return adults.map((adult) => (
    <div key={adult.id}>
      {adult.name}, {relationWords(adult).toLowerCase()}
    </div>
  ))
}

function Rung({ adults }: { adults: readonly Adult[] }) {
  const rung = adults.filter(({ emergency }) => emergency > 0)
  if (rung.length === 0) return none
  return rung.map((adult, i) => (
    <div key={adult.id}>
      {i + 1}. {adult.name}:{' '}
      {adult.phone === null ? adult.noCall : <span className={classes.nowrap}>{adult.phone}</span>}
    </div>
  ))
}
