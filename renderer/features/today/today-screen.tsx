import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { count } from '../../../shared/text.ts'
import { clockTime, fullDate } from '../../../shared/time/format.ts'
import type { Today } from '../../../shared/today/today.contract.ts'
import { NeedsColumn } from './needs-column.tsx'
import { RegistersColumn } from './registers-column.tsx'
import { RoomsColumn } from './rooms-column.tsx'
import classes from './today.module.css'

/** Rooms change by the clock and not only by what is written, so the day is read again each minute. */
const EVERY_MINUTE = 60_000

/** The first screen of the day: what is on, which registers to take, and what waits. */
export function TodayScreen() {
  const [buildingId] = useBuilding()
  const today = useToday()
  const query = useQuery({
    ...askKeeping('today', 'overview', { buildingId }),
    refetchInterval: EVERY_MINUTE,
  })
  return (
    <div className={classes.today}>
      <Page title={fullDate(query.data?.date ?? today)} sentence={query.data && sentenceOf(query.data)}>
        <Answer query={query}>{(data) => <Day day={data} oneBuilding={buildingId !== null} />}</Answer>
      </Page>
    </div>
  )
}

/** `It is 10:42am. 2 registers to take, 3 sessions later today.` */
function sentenceOf({ now, registers, hasBuildings }: Today): string | undefined {
  if (!hasBuildings) return undefined
  const owed = registers.filter((one) => one.state !== 'complete' && one.startsAt <= now)
  const later = registers.filter((one) => one.startsAt > now)
  const parts = [
    ...(owed.length > 0 ? [`${count(owed.length, 'register')} to take`] : []),
    ...(later.length > 0 ? [`${count(later.length, 'session')} later today`] : []),
  ]
  return `It is ${clockTime(now)}.${parts.length === 0 ? '' : ` ${parts.join(', ')}.`}`
}

function Day({ day, oneBuilding }: { day: Today; oneBuilding: boolean }) {
  if (!day.hasBuildings || !day.hasGroups) return <NewCounty day={day} />
  return (
    <div className={classes.columns}>
      <RoomsColumn rooms={day.rooms} oneBuilding={oneBuilding} />
      <RegistersColumn registers={day.registers} now={day.now} oneBuilding={oneBuilding} />
      <NeedsColumn needs={day.needs} />
    </div>
  )
}

/** A county that has only just been made: the next useful thing, and what already waits. */
function NewCounty({ day }: { day: Today }) {
  const may = useMay()
  const mayBuild = may('buildings.edit')
  const mayPlan = may('groups.edit')
  if (!day.hasBuildings)
    return (
      <>
        <EmptyState
          action={mayBuild && <Button onClick={() => go('/settings/buildings')}>Add your buildings</Button>}
        >
          {mayBuild
            ? 'Welcome. Start with your buildings and their rooms; then plan a group, and its sessions will show here.'
            : 'Welcome. There are no buildings yet. A facilities officer or a manager adds them; then the day shows here.'}
        </EmptyState>
        {day.needs.length > 0 && (
          <div className={classes.alone}>
            <NeedsColumn needs={day.needs} />
          </div>
        )}
      </>
    )
  return (
    <div className={classes.columns}>
      <RoomsColumn rooms={day.rooms} oneBuilding={false} />
      <section aria-labelledby="registers">
        <h2 id="registers" className={classes.heading}>
          Registers
        </h2>
        <p className={classes.kind}>There are no groups yet. When one is planned, its registers are here.</p>
        {mayPlan && (
          <Group>
            <Button onClick={() => go('/groups/new')}>Plan the first group</Button>
          </Group>
        )}
      </section>
      <NeedsColumn needs={day.needs} />
    </div>
  )
}
