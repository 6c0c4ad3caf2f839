import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useBuildingWord, useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { ExportMenu } from '../paper/export-menu.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { BuildingForm } from './building-form.tsx'
import { BuildingsTable } from './buildings-table.tsx'

/** Where things happen: every building, each opening to a page of its own. */
export function BuildingsSection() {
  const mayEdit = useMay()('buildings.edit')
  const word = useBuildingWord().toLowerCase()
  const [adding, setAdding] = useState(false)
  const buildings = useQuery(ask('buildings', 'list', { includeArchived: true }))
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const actions = mayEdit && (
    <>
      <Button component="a" variant="subtle" href="#/closures">
        Closures
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        onClick={() => go('/settings/buildings/list')}
      >
        Import a list
      </Button>
      <Button onClick={() => setAdding(true)}>Add a {word}</Button>
    </>
  )
  return (
    <SettingsPage
      section="buildings"
      beside="two"
      sentence={`Open a ${word} for its rooms, when it is open, how to get in and what it has to lend.`}
      action={
        buildings.data?.length !== 0 && (
          <>
            <ExportMenu
              lists={[
                { list: 'buildings', includeArchived: true },
                { list: 'rooms', includeArchived: true },
              ]}
            />
            {actions}
          </>
        )
      }
      side={
        adding && <BuildingForm building={null} localities={localities} onClose={() => setAdding(false)} />
      }
    >
      <Answer query={buildings}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState action={<div>{actions}</div>}>
              No {word} is here yet. Add the first one, then its rooms, or import the list that you keep:
              after that they can be booked, and groups can be planned in them.
            </EmptyState>
          ) : (
            <BuildingsTable buildings={all} localities={localities} />
          )
        }
      </Answer>
    </SettingsPage>
  )
}
