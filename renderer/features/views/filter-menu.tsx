import { Button, Checkbox, MultiSelect, Popover, SegmentedControl, Stack, Switch } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../../api/queries.ts'
import {
  bookingStatuses,
  bookingStatusLabels,
  purposeLabels,
  purposes,
} from '../../../shared/bookings/bookings.contract.ts'
import { choicesMade, noFilter } from '../../../shared/bookings/filter.rules.ts'
import type { BookingFilter } from '../../../shared/bookings/filter.rules.ts'
import { useBuildings } from './use-shown-bookings.ts'
import classes from './views.module.css'

interface FilterMenuProps {
  readonly filter: BookingFilter
  readonly onChange: (filter: BookingFilter) => void
  /** How many more choices the screen adds, and the fields for them. */
  readonly more?: number
  readonly children?: ReactNode
}

/** Low in the window it moves up over its own button: what lies outside the window cannot be chosen. */
const inWindow = { flip: true, shift: { crossAxis: true, padding: 8 } } as const

/** What to show, chosen in one place and said on its button. */
export function FilterMenu({ filter, onChange, more = 0, children }: FilterMenuProps) {
  const made = choicesMade(filter) + more
  return (
    <Popover
      position="bottom-end"
      width="min(640px, 92vw)"
      trapFocus
      returnFocus
      withRoles={false}
      middlewares={inWindow}
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
          {made === 0 ? 'Filter' : `Filter (${made})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Filter" className={classes.filter}>
        <div className={classes.columns}>
          <Stack gap="sm">
            {children}
            <Places filter={filter} onChange={onChange} />
          </Stack>
          <Stack gap="sm">
            <What filter={filter} onChange={onChange} />
          </Stack>
          <Button
            variant="default"
            disabled={choicesMade(filter) === 0}
            onClick={() => onChange(noFilter)}
            className={classes.clear}
          >
            Show everything
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

type PartProps = Pick<FilterMenuProps, 'filter' | 'onChange'>

interface Named<Id> {
  readonly id: Id
  readonly name: string
}

/** Several of a list, by their names. In the popover itself, so that Esc closes one thing at a time. */
function Several<Id extends string>(props: {
  readonly label: string
  readonly all: readonly Named<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (ids: Id[]) => void
}) {
  const { label, all, value, onChange } = props
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? 'Any' : ''}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...value]}
      onChange={(ids) => onChange(all.filter((one) => ids.includes(one.id)).map((one) => one.id))}
      searchable
      hidePickedOptions
      nothingFoundMessage="Nothing of that name"
      comboboxProps={{ withinPortal: false }}
    />
  )
}

function Places({ filter, onChange }: PartProps) {
  const buildings = useBuildings()
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  return (
    <>
      <SegmentedControl
        aria-label="Half of the county"
        fullWidth
        data={[
          { value: 'both', label: 'Both halves' },
          { value: 'east', label: 'East' },
          { value: 'west', label: 'West' },
        ]}
        value={filter.half ?? 'both'}
        onChange={(half) => onChange({ ...filter, half: half === 'east' || half === 'west' ? half : null })}
      />
      <Several
        label="Locality"
        all={localities}
        value={filter.localityIds}
        onChange={(localityIds) => onChange({ ...filter, localityIds })}
      />
      <Several
        label="Buildings"
        all={buildings}
        value={filter.buildingIds}
        onChange={(buildingIds) => onChange({ ...filter, buildingIds })}
      />
    </>
  )
}

function What({ filter, onChange }: PartProps) {
  const programmes = useQuery(ask('programmes', 'list', {})).data ?? []
  const staff = useQuery(ask('staff', 'list', {})).data ?? []
  return (
    <>
      <Several
        label="What for"
        all={purposes.map((id) => ({ id, name: purposeLabels[id] }))}
        value={filter.purposes}
        onChange={(chosen) => onChange({ ...filter, purposes: chosen })}
      />
      <Several
        label="Programme"
        all={programmes}
        value={filter.programmeIds}
        onChange={(programmeIds) => onChange({ ...filter, programmeIds })}
      />
      <Several
        label="Led by"
        all={staff}
        value={filter.leaderIds}
        onChange={(leaderIds) => onChange({ ...filter, leaderIds })}
      />
      <Switch
        label="Only mine: I lead it, or I booked it"
        checked={filter.mine}
        onChange={(event) => onChange({ ...filter, mine: event.currentTarget.checked })}
      />
      <Checkbox.Group
        label="Show"
        value={filter.statuses}
        onChange={(chosen) =>
          onChange({ ...filter, statuses: bookingStatuses.filter((status) => chosen.includes(status)) })
        }
      >
        <div className={classes.statuses}>
          {bookingStatuses.map((status) => (
            <Checkbox key={status} value={status} label={bookingStatusLabels[status]} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}
