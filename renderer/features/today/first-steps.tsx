import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import type { Permission } from '../../../shared/permissions.ts'
import classes from './today.module.css'

interface Step {
  readonly title: string
  readonly why: string
  readonly done: boolean
  readonly permission: Permission
  readonly action: string
  readonly to: string
}

/** What has to be there before a register can be taken, in the order in which it is wanted. */
function useSteps(): readonly Step[] | null {
  const buildings = useQuery(ask('buildings', 'list', {})).data
  const staff = useQuery(ask('staff', 'list', {})).data
  const terms = useQuery(ask('settings', 'listTerms', {})).data
  if (buildings === undefined || staff === undefined || terms === undefined) return null
  return [
    {
      title: 'Add your buildings',
      why: 'Where groups meet.',
      done: buildings.length > 0,
      permission: 'buildings.edit',
      action: 'Add your buildings',
      to: '/settings/buildings',
    },
    {
      title: 'Add their rooms',
      why: 'What is booked is a room, with its seats and set-up time.',
      done: buildings.some((building) => building.rooms.length > 0),
      permission: 'buildings.edit',
      action: 'Add rooms',
      to: '/settings/buildings',
    },
    {
      title: 'Add the staff who lead groups',
      why: 'So that each group can be given its facilitators.',
      done: staff.length > 0,
      permission: 'staff.edit',
      action: 'Add staff',
      to: '/settings/staff',
    },
    {
      title: 'Set the term dates',
      why: 'So that groups in term time leave out the school holidays.',
      done: terms.length > 0,
      permission: 'settings.edit',
      action: 'Set term dates',
      to: '/settings/terms',
    },
    {
      title: 'Plan the first group',
      why: 'Its sessions and registers are here after that.',
      done: false,
      permission: 'groups.edit',
      action: 'Plan the first group',
      to: '/groups/new',
    },
  ]
}

/** A county that has only just been made: the way to the first group, with the next step the only thing to press. */
export function FirstSteps() {
  const may = useMay()
  const steps = useSteps()
  if (steps === null) return null
  const next = steps.find((step) => !step.done && may(step.permission))
  return (
    <section aria-labelledby="first-steps">
      <h2 id="first-steps" className={classes.heading}>
        Welcome. Five steps to the first group
      </h2>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.title} data-done={step.done} aria-current={step === next ? 'step' : undefined}>
            <span className={classes.main}>{step.title}</span>
            <span className={classes.quiet}>{wordsOf(step, may(step.permission))}</span>
            {step === next && <Button onClick={() => go(step.to)}>{step.action}</Button>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function wordsOf({ done, why }: Step, mine: boolean): string {
  if (done) return 'Done.'
  return mine ? why : `${why} A colleague with that role does this.`
}
