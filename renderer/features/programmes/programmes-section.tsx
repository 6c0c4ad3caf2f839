import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import { isOffered, usualLength } from '../../../shared/programmes/catalogue.rules.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import classes from '../settings/settings.module.css'
import { ProgrammeForm } from './programme-form.tsx'

/** `8 and over`, `12 to 16`; a dash when nobody has said. */
function ages({ ageFrom, ageTo }: Programme): string {
  if (ageFrom === null && ageTo === null) return '–'
  if (ageTo === null) return `${ageFrom ?? 0}\u00a0and\u00a0over`
  return ageFrom === null ? `Up\u00a0to\u00a0${ageTo}` : `${ageFrom}\u00a0to\u00a0${ageTo}`
}

/** `Retired`, `Retires 1 Mar 2027`, `Sensitive` or `In use`: the first that matters. */
function stateOf(p: Programme, today: string): string {
  if (!isOffered(p, today)) return 'Retired'
  if (p.retiresOn !== null) return `Retires ${shortDate(p.retiresOn)}`
  return p.sensitive ? 'Sensitive' : 'In use'
}

/** The name inside the service, and the one on calendars and doors where it differs. */
function Names({ programme: { name, publicTitle, colour } }: { programme: Programme }) {
  return (
    <span className={classes.nameLines}>
      <ProgrammeTag colour={colour}>{name}</ProgrammeTag>
      {publicTitle !== name && <span className={classes.under}>Shown as {publicTitle}</span>}
    </span>
  )
}

const columns = (today: string): readonly Column<Programme>[] => [
  {
    key: 'name',
    heading: 'Programme',
    width: '42%',
    cell: (p) => <Names programme={p} />,
    sortBy: (p) => p.name,
  },
  { key: 'audience', heading: 'For', width: '30%', cell: (p) => p.audience ?? '–' },
  { key: 'ages', heading: 'Ages', cell: ages },
  { key: 'sessions', heading: 'Sessions', cell: (p) => usualLength(p) ?? '–', align: 'right' },
  { key: 'state', heading: 'State', cell: (p) => stateOf(p, today), sortBy: (p) => stateOf(p, today) },
]

/** The catalogue: reviewed all the time, so everything in it can be changed. */
export function ProgrammesSection() {
  const today = useToday()
  const mayEdit = useMay()('programmes.edit')
  const [panel, setPanel] = useState<Programme | 'new' | null>(null)
  const programmes = useQuery(ask('programmes', 'list', { includeRetired: true }))
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a programme</Button>
  return (
    <SettingsPage
      section="programmes"
      beside="two"
      sentence="Calendars and doors show only what a programme is shown as. A dash: nobody has said yet."
      action={programmes.data?.length !== 0 && add}
      side={
        panel !== null && (
          <ProgrammeForm
            key={panel === 'new' ? 'new' : `${panel.id} ${panel.version}`}
            programme={panel === 'new' ? null : panel}
            onClose={() => setPanel(null)}
          />
        )
      }
    >
      <Answer query={programmes}>
        {(rows) => (
          <DataTable
            label="Programmes"
            noun={['programme', 'programmes']}
            columns={columns(today)}
            rows={rows}
            rowKey={(p) => p.id}
            {...(mayEdit && { onOpen: setPanel })}
            openedKey={panel === null || panel === 'new' ? null : panel.id}
            empty={<EmptyState action={add}>The catalogue is empty. Add the first programme.</EmptyState>}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}
