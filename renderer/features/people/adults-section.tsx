import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Adult } from '../../../shared/people/adults.contract.ts'
import { collectWords, relationWords } from './person-words.ts'
import { Section } from './section.tsx'
import classes from './people.module.css'

interface AdultsSectionProps {
  readonly person: { readonly id: PersonId }
  readonly adults: Output<'people', 'get'>['adults']
  readonly adultOf: Output<'people', 'get'>['adultOf']
  /** Left out for somebody who may only look. Without an adult: a new one. */
  readonly onEdit?: ((adult?: Adult) => void) | undefined
}

/** The adults of a person: who rings first, who collects, and who must not. */
export function AdultsSection({ person, adults, adultOf, onEdit }: AdultsSectionProps) {
  const rung = adults.filter((adult) => adult.emergency > 0)
  const order = useCommand('people', 'setEmergencyOrder', { done: 'Changed who is rung first', undo: true })
  const ringEarlier = (place: number) => {
    const ids = rung.map((adult) => adult.id)
    order.mutate({ id: person.id, adults: ids.toSpliced(place - 1, 2, ...ids.slice(place - 1, place + 1).toReversed()) }) // prettier-ignore
  }
  return (
    <Section title="Adults" action={onEdit && { words: 'Add an adult', onClick: () => onEdit() }}>
      <ul className={classes.list}>
        {adults.length === 0 && <li className={classes.quiet}>Nobody is written down yet.</li>}
        {adults.map((adult) => (
          <li key={adult.id} className={classes.rowLine}>
            <AdultLines adult={adult} place={rung.indexOf(adult)} />
            {onEdit && (
              <div className={classes.rowActions}>
                {rung.indexOf(adult) > 0 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Ring ${adult.name} earlier`}
                    onClick={() => ringEarlier(rung.indexOf(adult))}
                  >
                    <IconArrowUp size={18} aria-hidden />
                  </ActionIcon>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Change ${adult.name}`}
                  onClick={() => onEdit(adult)}
                >
                  Change
                </Button>
              </div>
            )}
          </li>
        ))}
        {adultOf.map((child) => (
          <li key={child.id}>
            {child.relation} of{' '}
            <Anchor component={Link} to={`/people/${child.id}`}>
              {child.name}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const places = ['first', 'second', 'third', 'fourth', 'fifth']

function AdultLines({ adult, place }: { adult: Adult; place: number }) {
  return (
    <div>
      <div>
        {adult.adultId === null ? (
          adult.name
        ) : (
          <Anchor component={Link} to={`/people/${adult.adultId}`}>
            {adult.name}
          </Anchor>
        )}
        <span className={classes.quiet}>, {relationWords(adult).toLowerCase()}</span>
      </div>
      <div className={adult.mayCollect === 'no' ? classes.no : classes.quiet}>
        {collectWords[adult.mayCollect]}
      </div>
      <div className={classes.quiet}>
        {place >= 0 && `In an emergency, ring ${places[place] ?? 'last'}: `}
        {adult.phone === null ? adult.noCall : <span className={classes.nowrap}>{adult.phone}</span>}
      </div>
      {adult.note !== null && <div className={classes.quiet}>{adult.note}</div>}
    </div>
  )
}
