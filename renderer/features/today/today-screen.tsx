import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay, useToday } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { count } from '../../../shared/text.ts'
import { clockTime, fullDate } from '../../../shared/time/format.ts'
import type { Today } from '../../../shared/today/today.contract.ts'
import { PrintButton } from '../paper/print-button.tsx'
import { FirstSteps } from './first-steps.tsx'
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
      <Page
        title={fullDate(query.data?.date ?? today)}
        sentence={query.data && sentenceOf(query.data)}
        action={
          (query.data?.rooms.length ?? 0) > 0 && (
            <PrintButton asked={{ kind: 'day-sheet', buildingId, date: today }} label="Day sheet" />
          )
        }
      >
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
  const registers = useMay()('registers.view')
  if (!day.hasGroups) return <NewCounty day={day} />
  return (
    <div className={classes.columns} data-only={registers ? undefined : 'rooms'}>
      <RoomsColumn rooms={day.rooms} oneBuilding={oneBuilding} />
      {registers && <RegistersColumn registers={day.registers} now={day.now} oneBuilding={oneBuilding} />}
      <NeedsColumn needs={day.needs} />
    </div>
  )
}

/** Rooms may be booked before there is any group, and people added: neither is out of sight meanwhile. */
function NewCounty({ day }: { day: Today }) {
  // The steps say it too.
  const needs = day.needs.filter((need) => need.kind !== 'no-term-dates')
  return (
    <div className={classes.columns} data-new>
      <FirstSteps />
      {day.rooms.length > 0 && <RoomsColumn rooms={day.rooms} oneBuilding={false} />}
      {needs.length > 0 && <NeedsColumn needs={needs} />}
    </div>
  )
}
