import { AppError, assertNever } from '../errors.ts'
import { count } from '../text.ts'
import { timeInWords } from '../closures/times.rules.ts'
import { addDays, at, dateOf } from '../time/civil.ts'
import { timeRange } from '../time/format.ts'
import { clashInWords } from './clashes.rules.ts'
import type { Obstacle } from './obstacles.contract.ts'

/** What stands in the way, as a colleague would say it; without a full stop. */
export function obstacleInWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'booking':
      return clashInWords(obstacle)
    case 'closure':
      return `${obstacle.placeName} is closed ${closedFor(obstacle)}: ${obstacle.reason}`
    case 'hours':
      return hoursInWords(obstacle)
    case 'equipment':
      return `${obstacle.name}: ${count(obstacle.wanted, 'is', 'are')} wanted and ${obstacle.left} ${obstacle.left === 1 ? 'is' : 'are'} left`
    default:
      return assertNever(obstacle, 'obstacle')
  }
}

/** Of a closure within one day only its times: the day is the one that was asked about. */
function closedFor(time: Extract<Obstacle, { kind: 'closure' }>): string {
  const { startsAt, endsAt } = time
  if (dateOf(startsAt) === dateOf(endsAt)) return `from ${timeRange(startsAt, endsAt)}`
  return endsAt === at(addDays(dateOf(startsAt), 1), '00:00')
    ? `on ${timeInWords(time)}`
    : `from ${timeInWords(time)}`
}

function hoursInWords({ buildingName, hours, reason }: Extract<Obstacle, { kind: 'hours' }>): string {
  const why = reason === null ? '' : ` (${reason})`
  if (hours.length === 0) return `${buildingName} is not open that day${why}`
  const open = hours.map(({ opens, closes }) => timeRange(opens, closes)).join(' and ')
  return `${buildingName} is open that day from ${open}${why}`
}

/** What to say when a room cannot be had: the first obstacle whole, and the others after it. */
export const obstaclesMessage = (obstacles: readonly Obstacle[]): string =>
  obstacles.length === 0
    ? 'The room cannot be had at that time.'
    : `${obstacles.map(obstacleInWords).join(', and ')}.`

/** Refuses (CONFLICT, with `details.obstacles`) a room that something stands in the way of. */
export function refuseObstacles(obstacles: readonly Obstacle[]): void {
  if (obstacles.length > 0)
    throw new AppError('CONFLICT', `${obstaclesMessage(obstacles)} Nothing was saved. Choose another room or time.`, { obstacles }) // prettier-ignore
}
