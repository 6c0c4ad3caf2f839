import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { api } from '../../api/client.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { BuildingDetails, Locality } from '../../../shared/buildings/buildings.contract.ts'
import type { BookingToCome } from '../../../shared/buildings/to-come.contract.ts'
import { buildingId, type BuildingId } from '../../../shared/ids.ts'
import { useBookingPanel } from '../bookings/use-booking-panel.tsx'
import { ExportMenu } from '../paper/export-menu.tsx'
import { BuildingPanel, type Panel } from './building-panels.tsx'
import { buildingTabs } from './building-tabs.ts'
import type { Outside } from './tab-props.ts'
import classes from './buildings.module.css'

const back = <Link to="/settings/buildings">Buildings and rooms</Link>

/** One building: its rooms, when it is open, how to get in and what it has to lend. */
export function BuildingScreen() {
  const id = buildingId.safeParse(useParams()['id']).data
  if (id === undefined)
    return (
      <Page title="This building is not here" back={back}>
        <EmptyState action={<Link to="/settings/buildings">See the buildings</Link>}>
          The address is not quite right.
        </EmptyState>
      </Page>
    )
  return <BuildingPage key={id} id={id} />
}

/** The day of the building and of its rooms on paper, its rooms as a list, and its calendar. */
const BuildingExport = ({ id }: { id: BuildingId }) => (
  <ExportMenu
    paper={{ buildingId: id }}
    lists={[{ list: 'rooms', buildingId: id, includeArchived: true }]}
    calendar={{ of: 'building', id }}
  />
)

function BuildingPage({ id }: { id: BuildingId }) {
  const query = useQuery(ask('buildings', 'get', { id }))
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const [panel, setPanel] = useState<Panel | null>(null)
  const [outside, setOutside] = useState<Outside | null>(null)
  const { side, openBooking } = useBookingBeside()
  const asked = useParams()['tab']
  const tab = buildingTabs.find((one) => one.key === asked) ?? buildingTabs[0]
  const building = query.data
  const show = (next: Panel | null) => {
    setOutside(null)
    setPanel(next)
  }
  return (
    <Page
      title={building?.name ?? 'Building'}
      sentence={building && sentenceOf(building, localities)}
      back={back}
      action={
        building && (
          <>
            <BuildingExport id={building.id} />
            {building.mayChange && <Actions add={tab?.add} onPanel={show} />}
          </>
        )
      }
      side={
        side ??
        (building && panel && (
          <BuildingPanel
            building={building}
            panel={panel}
            localities={localities}
            onClose={() => setPanel(null)}
            onOpenBooking={openBooking}
            onOutside={setOutside}
          />
        ))
      }
    >
      <Answer query={query}>
        {(data) => (
          <>
            <NotYours building={data} />
            <Tabs
              value={tab?.key ?? null}
              onChange={(key) => {
                show(null)
                if (key !== null) go(`/settings/buildings/${id}/${key}`, { replace: true })
              }}
              keepMounted={false}
            >
              <Tabs.List>
                {buildingTabs.map(({ key, label }) => (
                  <Tabs.Tab key={key} value={key}>
                    {label}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {buildingTabs.map(({ key, Tab }) => (
                <Tabs.Panel key={key} value={key} className={classes.panel ?? ''}>
                  <Tab
                    building={data}
                    panel={panel}
                    onPanel={show}
                    onOpenBooking={openBooking}
                    outside={outside}
                  />
                </Tabs.Panel>
              ))}
            </Tabs>
          </>
        )}
      </Answer>
    </Page>
  )
}

/** The panel of one booking, opened over whatever form stood there, which keeps what was typed. */
function useBookingBeside() {
  const { side, open } = useBookingPanel([])
  const openBooking = ({ bookingId }: BookingToCome) => {
    api.bookings.get({ id: bookingId }).then(({ booking }) => open(booking), notifyFailure)
  }
  return { side, openBooking }
}

interface ActionsProps {
  readonly add: { readonly panel: Panel; readonly words: string } | undefined
  readonly onPanel: (panel: Panel) => void
}

function Actions({ add, onPanel }: ActionsProps) {
  return (
    <>
      <Button variant="default" onClick={() => onPanel({ kind: 'building' })}>
        Name and address
      </Button>
      {add !== undefined && <Button onClick={() => onPanel(add.panel)}>{add.words}</Button>}
    </>
  )
}

function sentenceOf(
  { localityId, address, phone, sample, archived }: BuildingDetails,
  localities: readonly Locality[],
) {
  const locality = localities.find((one) => one.id === localityId)?.name
  const said = [
    locality,
    address,
    phone,
    sample && 'sample: invented',
    archived && 'archived, cannot be booked',
  ]
  return said.filter(Boolean).join(' · ') || 'Nobody has said yet where it is.'
}

/** Why there is nothing to change here, for somebody who changes buildings elsewhere. */
function NotYours({ building }: { building: BuildingDetails }) {
  const may = useMay()
  if (building.mayChange || !may('buildings.edit')) return null
  return (
    <p className={classes.notYours}>
      This building is in the {building.half} of the county, which somebody else looks after: you can read it
      here, and ask them or a manager for a change.
    </p>
  )
}
