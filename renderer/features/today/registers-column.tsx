import { Button, Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { go } from '../../location.ts'
import type { Today } from '../../../shared/today/today.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { clockTime, shortDay } from '../../../shared/time/format.ts'
import classes from './today.module.css'

type Register = Today['registers'][number]

interface Part {
  readonly title: string
  readonly registers: readonly Register[]
}

/** In the order in which they are wanted: what is on now or over, what is overdue, what comes, what is done. */
export function partsOf(registers: readonly Register[], now: string): readonly Part[] {
  const open = registers.filter((one) => one.state !== 'complete')
  const todays = open.filter((one) => !one.overdue)
  return [
    { title: 'To take', registers: todays.filter((one) => one.startsAt <= now) },
    { title: 'Overdue', registers: open.filter((one) => one.overdue) },
    { title: 'Later today', registers: todays.filter((one) => one.startsAt > now) },
    { title: 'Done', registers: registers.filter((one) => one.state === 'complete') },
  ].filter((part) => part.registers.length > 0)
}

interface RegistersColumnProps {
  readonly registers: readonly Register[]
  readonly now: string
  /** Every register is of the same building, so that its name need not be said. */
  readonly oneBuilding: boolean
}

/** The registers of the day and those still owed, each one click from being taken. */
export function RegistersColumn({ registers, now, oneBuilding }: RegistersColumnProps) {
  const parts = partsOf(registers, now)
  const first = firstToTake(parts)
  useEnter(first)
  return (
    <section aria-labelledby="registers">
      <h2 id="registers" className={classes.heading}>
        Registers
      </h2>
      {parts.length === 0 && <NoRegisters />}
      {parts.map((part) => (
        <RegisterPart key={part.title} part={part} now={now} oneBuilding={oneBuilding} first={first} />
      ))}
    </section>
  )
}

/** The register that Enter opens: the first that is owed, today's before older ones. */
const firstToTake = (parts: readonly Part[]): Register | undefined =>
  parts.find((part) => part.title === 'To take' || part.title === 'Overdue')?.registers[0]

/** Enter opens the first register while nothing else has the focus: one action from the start of the day. */
function useEnter(first: Register | undefined): void {
  const sessionId = first?.sessionId
  useEffect(() => {
    if (sessionId === undefined) return undefined
    const press = (event: KeyboardEvent) => {
      const focused = document.activeElement
      const free = focused === null || focused === document.body || focused.matches('main h1, [data-pane]')
      if (event.key === 'Enter' && free && !event.defaultPrevented) go(`/registers/${sessionId}`)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [sessionId])
}

/** So many of one kind are seen at once; the rest a press away, so that none pushes the others off the screen. */
const AT_ONCE = 6

type PartProps = Omit<RegistersColumnProps, 'registers'> & {
  readonly part: Part
  readonly first: Register | undefined
}

function RegisterPart({ part: { title, registers }, now, oneBuilding, first }: PartProps) {
  const [all, setAll] = useState(false)
  const shown = all ? registers : registers.slice(0, AT_ONCE)
  const hidden = registers.length - shown.length
  return (
    <div>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.list} aria-label={title}>
        {shown.map((register) => (
          <li key={register.sessionId}>
            <RegisterLink
              register={register}
              now={now}
              oneBuilding={oneBuilding}
              byEnter={register === first}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(true)}>
          Show {hidden} more<span className="sr-only">: {title.toLowerCase()}</span>
        </Button>
      )}
    </div>
  )
}

function NoRegisters() {
  return (
    <p className={classes.kind}>
      No register to take today, and none owed.
      <br />
      <Link to="/groups">See the groups</Link>
    </p>
  )
}

type LinkProps = Omit<RegistersColumnProps, 'registers'> & {
  readonly register: Register
  readonly byEnter: boolean
}

function RegisterLink({ register, now, oneBuilding, byEnter }: LinkProps) {
  const { startsAt, roomName, buildingName } = register
  const where = [roomName, oneBuilding && roomName !== null ? null : buildingName].filter(
    (part) => part !== null,
  )
  return (
    <Link to={`/registers/${register.sessionId}`} className={classes.register ?? ''}>
      <time dateTime={startsAt} className={classes.when}>
        {register.overdue && <span className={classes.day}>{shortDay(dateOf(startsAt))}</span>}
        {clockTime(startsAt)}
      </time>
      <span className={classes.main}>
        {register.groupName}{' '}
        {byEnter && (
          <Kbd size="xs" aria-hidden>
            Enter
          </Kbd>
        )}
      </span>
      <span className={classes.under}>{where.join(', ')}</span>
      <RegisterState register={register} begun={startsAt <= now} />
    </Link>
  )
}

function RegisterState({ register, begun }: { register: Register; begun: boolean }) {
  const { state, marked, expected } = register
  if (state === 'complete') return <span className={classes.state}>Complete</span>
  if (expected === 0) return <span className={classes.state}>Nobody expected</span>
  return (
    <span className={classes.state} data-tone={begun ? 'owed' : 'quiet'}>
      {begun || marked > 0 ? `${marked} of ${expected} marked` : `${expected} expected`}
    </span>
  )
}
