import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { MeasureForm } from './measure-form.tsx'
import { SettingsPage } from './settings-page.tsx'

const columns: readonly Column<Measure>[] = [
  { key: 'name', heading: 'Measure', cell: (m) => m.name, sortBy: (m) => m.name },
  {
    key: 'kind',
    heading: 'Kind',
    cell: (m) => (m.kind === 'goals' ? `Up to ${m.goalLimit} goals` : 'One number'),
  },
  { key: 'range', heading: 'Range', cell: (m) => `${m.minimum} to ${m.maximum}` },
  {
    key: 'direction',
    heading: 'Better is',
    cell: (m) => (m.direction === 'higher-is-better' ? 'Higher' : 'Lower'),
  },
  { key: 'state', heading: 'State', cell: (m) => (m.retired ? 'Retired' : 'In use') },
]

/** What is asked before and after. The program holds the shape of a measure and never a licensed tool's wording. */
export function MeasuresSection() {
  const mayEdit = useMay()('programmes.edit')
  const [panel, setPanel] = useState<Measure | 'new' | null>(null)
  const measures = useQuery(ask('outcomes', 'listMeasures', {}))
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a measure</Button>
  return (
    <SettingsPage
      section="measures"
      sentence="Totals are typed in from the paper form. No wording of a licensed tool is kept here."
      action={add}
      side={
        panel !== null && (
          <MeasureForm
            key={panel === 'new' ? 'new' : `${panel.id} ${panel.version}`}
            measure={panel === 'new' ? null : panel}
            onClose={() => setPanel(null)}
          />
        )
      }
    >
      <Answer query={measures}>
        {(rows) => (
          <DataTable
            label="Measures"
            noun={['measure', 'measures']}
            columns={columns}
            rows={rows}
            rowKey={(m) => m.id}
            {...(mayEdit && { onOpen: setPanel })}
            openedKey={panel === null || panel === 'new' ? null : panel.id}
            empty={<EmptyState action={add}>No measures are here. Add the first one.</EmptyState>}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}
