import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useBuildingWord, useMay } from '../../api/session.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Building, Locality, Room } from '../../../shared/buildings/buildings.contract.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { BuildingForm } from './building-form.tsx'
import { BuildingsTable } from './buildings-table.tsx'
import { RoomForm } from './room-form.tsx'

/** What the panel shows: a building or a room, null for a new one. */
export type Panel =
  | { readonly kind: 'building'; readonly building: Building | null }
  | { readonly kind: 'room'; readonly building: Building; readonly room: Room | null }

/** Where things happen. */
export function BuildingsSection() {
  const mayEdit = useMay()('buildings.edit')
  const word = useBuildingWord().toLowerCase()
  const [panel, setPanel] = useState<Panel | null>(null)
  const buildings = useQuery(ask('buildings', 'list', { includeArchived: true }))
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const add = mayEdit && (
    <Button onClick={() => setPanel({ kind: 'building', building: null })}>Add a {word}</Button>
  )
  return (
    <SettingsPage
      section="buildings"
      beside="all"
      sentence="A room can be a part of a larger one: half a hall is then taken while the hall is."
      action={buildings.data?.length !== 0 && add}
      side={panel !== null && <Side panel={panel} localities={localities} onClose={() => setPanel(null)} />}
    >
      <Answer query={buildings}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState action={add}>
              No {word} is here yet. Add the first one, then its rooms: after that they can be booked, and
              groups can be planned in them.
            </EmptyState>
          ) : (
            <BuildingsTable buildings={all} localities={localities} onOpen={mayEdit ? setPanel : null} />
          )
        }
      </Answer>
    </SettingsPage>
  )
}

interface SideProps {
  readonly panel: Panel
  readonly localities: readonly Locality[]
  readonly onClose: () => void
}

function Side({ panel, localities, onClose }: SideProps) {
  if (panel.kind === 'building') {
    const key = `${panel.building?.id ?? 'new'} ${panel.building?.version ?? 0}`
    return <BuildingForm key={key} building={panel.building} localities={localities} onClose={onClose} />
  }
  const { building, room } = panel
  const key = `${building.id} ${room?.id ?? 'new'} ${room?.version ?? 0}`
  return <RoomForm key={key} building={building} room={room} onClose={onClose} />
}
