import { Button, SegmentedControl } from '@mantine/core'
import type { BoardGroup } from '../../../shared/bookings/board.rules.ts'
import { noFilter } from '../../../shared/bookings/filter.rules.ts'
import { mondayOf } from '../../../shared/time/civil.ts'
import { roomViews, type RoomView, type ViewState } from '../../../shared/views/views.contract.ts'
import { Choices } from '../views/choices.tsx'
import { DateSteps } from '../views/date-steps.tsx'
import { FilterMenu } from '../views/filter-menu.tsx'
import { SavedViewsMenu } from '../views/saved-views-menu.tsx'
import type { ChangeView } from '../views/use-view-state.ts'
import viewClasses from '../views/views.module.css'
import { UnusedField } from './unused-field.tsx'
import { useFolded } from './use-folded.ts'

const labels: Readonly<Record<RoomView, string>> = { day: 'Day', week: 'Week', now: 'Now and next' }

export const roomViewOf = (view: string): RoomView => roomViews.find((one) => one === view) ?? 'day'

const usual: ViewState = { view: 'day', buildingId: null, filter: noFilter, unused: null }

interface RoomsBarProps {
  readonly state: ViewState
  readonly onState: ChangeView
  readonly date: string
  readonly today: string
  readonly onStep: (by: 1 | -1) => void
  readonly onDate: (date: string) => void
  readonly groups: readonly BoardGroup[]
}

/** What of the board is shown: which day, which view, what is left out. */
export function RoomsBar({ state, onState, date, today, onStep, onDate, groups }: RoomsBarProps) {
  const view = roomViewOf(state.view)
  const { filter, unused } = state
  const atToday = view === 'week' ? mondayOf(date) === mondayOf(today) : date === today
  return (
    <>
      <div className={viewClasses.bar}>
        {view !== 'now' && (
          <DateSteps
            date={date}
            today={today}
            atToday={atToday}
            back={view === 'week' ? 'Week before' : 'Day before'}
            next={view === 'week' ? 'Week after' : 'Day after'}
            onStep={onStep}
            onDate={onDate}
          />
        )}
        <span className={viewClasses.spring} />
        {view !== 'now' && <FoldAll groups={groups} />}
        <FilterMenu
          filter={filter}
          onChange={(next) => onState({ filter: next })}
          more={unused === null ? 0 : 1}
        >
          {view !== 'now' && <UnusedField value={unused} onChange={(next) => onState({ unused: next })} />}
        </FilterMenu>
        <SavedViewsMenu screen="rooms" state={state} onState={onState} usual={usual} />
        <SegmentedControl
          aria-label="View"
          data={roomViews.map((value) => ({ value, label: labels[value] }))}
          value={view}
          onChange={(next) => onState({ view: next })}
        />
      </div>
      <Choices
        filter={filter}
        onFilter={(next) => onState({ filter: next })}
        unused={view === 'now' ? null : unused}
        onUnused={() => onState({ unused: null })}
      />
    </>
  )
}

function FoldAll({ groups }: Pick<RoomsBarProps, 'groups'>) {
  const { folded, foldAll, unfoldAll } = useFolded()
  const keys = groups.map((group) => group.key)
  if (keys.length < 2) return null
  const someOpen = keys.some((key) => !folded.has(key))
  return (
    <Button variant="subtle" color="gray" onClick={() => (someOpen ? foldAll(keys) : unfoldAll(keys))}>
      {someOpen ? 'Fold all' : 'Unfold all'}
    </Button>
  )
}
