import { SegmentedControl } from '@mantine/core'
import { calendarViews, showsToday } from '../../../shared/bookings/calendar-range.rules.ts'
import type { CalendarView } from '../../../shared/bookings/calendar-range.rules.ts'
import { noFilter } from '../../../shared/bookings/filter.rules.ts'
import type { ViewState } from '../../../shared/views/views.contract.ts'
import { Choices } from '../views/choices.tsx'
import { DateSteps } from '../views/date-steps.tsx'
import { FilterMenu } from '../views/filter-menu.tsx'
import { SavedViewsMenu } from '../views/saved-views-menu.tsx'
import type { ChangeView } from '../views/use-view-state.ts'
import viewClasses from '../views/views.module.css'

const labels: Readonly<Record<CalendarView, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  list: 'List',
  year: 'Year',
}

const usual: ViewState = { view: 'week', buildingId: null, filter: noFilter, unused: null }

interface CalendarBarProps {
  readonly view: CalendarView
  readonly state: ViewState
  readonly onState: ChangeView
  readonly date: string
  readonly today: string
  readonly onStep: (by: 1 | -1) => void
  readonly onDate: (date: string) => void
}

/** Which days of the calendar, which view, and what is left out. */
export function CalendarBar({ view, state, onState, date, today, onStep, onDate }: CalendarBarProps) {
  const { filter } = state
  return (
    <>
      <div className={viewClasses.bar}>
        <DateSteps
          date={date}
          today={today}
          atToday={showsToday(view, date, today)}
          back="Back"
          next="Next"
          onStep={onStep}
          onDate={onDate}
        />
        <span className={viewClasses.spring} />
        <FilterMenu filter={filter} onChange={(next) => onState({ filter: next })} />
        <SavedViewsMenu screen="calendar" state={state} onState={onState} usual={usual} />
        <SegmentedControl
          aria-label="View"
          data={calendarViews.map((value) => ({ value, label: labels[value] }))}
          value={view}
          onChange={(next) => onState({ view: next })}
        />
      </div>
      <Choices filter={filter} onFilter={(next) => onState({ filter: next })} />
    </>
  )
}
