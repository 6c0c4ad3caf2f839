import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { levelLabels, lineHours, lineName, linesOf, shares } from '../../../shared/usage/figures.rules.ts'
import type { Level, Line } from '../../../shared/usage/figures.rules.ts'
import type { Usage } from '../../../shared/usage/usage.contract.ts'
import classes from './usage.module.css'

type Share = keyof ReturnType<typeof shares>

export const shareText = (value: number | null): string => (value === null ? '–' : `${value}%`)
export const hoursText = (line: Line, key: 'open' | 'booked'): string =>
  lineHours(line, key)?.toLocaleString('en-GB') ?? '–'

/** A share, with its bar behind the number: the longest bar is found in a second. */
function ShareCell({ value }: { value: number | null }) {
  if (value === null) return <>–</>
  return (
    <span className={classes.share}>
      <progress className={classes.bar} max={100} value={value} aria-hidden />
      {shareText(value)}
    </span>
  )
}

const shareColumn = (key: Share, heading: string): Column<Line> => ({
  key,
  heading,
  align: 'right',
  width: '128px',
  cell: ({ use }) => <ShareCell value={shares(use)[key]} />,
  sortBy: ({ use }) => shares(use)[key] ?? -1,
})

const hoursColumn = (key: 'open' | 'booked', heading: string): Column<Line> => ({
  key: `${key} hours`,
  heading,
  align: 'right',
  width: '120px',
  cell: (line) => hoursText(line, key),
  sortBy: ({ use }) => use[key],
})

const columnsFor = (level: Level): readonly Column<Line>[] => [
  {
    key: 'name',
    heading: levelLabels[level],
    cell: lineName,
    sortBy: (line) => line.name,
  },
  hoursColumn('open', 'Open hours'),
  hoursColumn('booked', 'Booked hours'),
  shareColumn('booked', 'Booked'),
  shareColumn('used', 'Used'),
  shareColumn('attended', 'Attended'),
  shareColumn('seats', 'Seats filled'),
  {
    key: 'noShows',
    heading: 'Nobody came',
    align: 'right',
    width: '104px',
    cell: ({ use }) => use.noShows.toLocaleString('en-GB'),
    sortBy: ({ use }) => use.noShows,
  },
]

const nouns: Readonly<Record<Level, readonly [one: string, many: string]>> = {
  room: ['room', 'rooms'],
  building: ['building', 'buildings'],
  locality: ['locality', 'localities'],
  half: ['half', 'halves'],
}

/** The same figures as lines, to sort by any of them. Hours, then shares of the open hours. */
export function UsageTable({ usage, level }: { usage: Usage; level: Level }) {
  return (
    <DataTable
      label={`Use by ${levelLabels[level].toLowerCase()}`}
      noun={nouns[level]}
      columns={columnsFor(level)}
      rows={linesOf(usage, level)}
      rowKey={(line) => line.key}
      startSort={{ key: 'booked', order: 'ascending' }}
      empty={
        <EmptyState action={<a href="#/settings/buildings">Add a building</a>}>
          There are no rooms yet. Add a building and its rooms, and say when it is open.
        </EmptyState>
      }
    />
  )
}
