import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../../shared/text.ts'
import { MeasureForm } from './measure-form.tsx'
import { MeasureLibrary } from './measure-library.tsx'
import { SettingsPage } from './settings-page.tsx'

function kindOf({ kind, goalLimit, details: { use, parts, total } }: Measure): string {
  if (kind === 'goals') return `Up to ${goalLimit} goals`
  const what = parts.length === 0 ? 'One number' : count(parts.length, 'part')
  const made = parts.length > 0 && total !== 'none' ? `${what} and a total` : what
  return use === 'feedback' ? `Feedback, ${made.toLowerCase()}` : made
}

const columns: readonly Column<Measure>[] = [
  { key: 'name', heading: 'Measure', cell: (m) => m.name, sortBy: (m) => m.name },
  {
    key: 'kind',
    heading: 'Kind',
    cell: kindOf,
  },
  { key: 'range', heading: 'Range', cell: (m) => `${m.minimum} to ${m.maximum}` },
  {
    key: 'direction',
    heading: 'Better is',
    cell: (m) => (m.direction === 'higher-is-better' ? 'Higher' : 'Lower'),
  },
  { key: 'edition', heading: 'Edition', cell: (m) => m.edition },
  { key: 'state', heading: 'State', cell: (m) => (m.retired ? 'Retired' : 'In use') },
]

/** What is asked before and after. The program holds the shape of a measure and never a licensed tool's wording. */
export function MeasuresSection() {
  const mayEdit = useMay()('programmes.edit')
  const [panel, setPanel] = useState<Measure | 'new' | 'library' | null>(null)
  const measures = useQuery(ask('outcomes', 'listMeasures', {}))
  const close = () => setPanel(null)
  const measure = panel === 'new' || panel === 'library' ? null : panel
  const add = mayEdit && (
    <Group gap="xs">
      <Button variant="default" onClick={() => setPanel('library')}>
        Add from the library
      </Button>
      <Button onClick={() => setPanel('new')}>Add a measure</Button>
    </Group>
  )
  return (
    <SettingsPage
      section="measures"
      sentence="Totals are typed in from the paper form. No wording of a licensed tool is kept here."
      action={add}
      side={
        panel === 'library' ? (
          <MeasureLibrary onClose={close} />
        ) : (
          panel !== null && (
            <MeasureForm
              key={measure === null ? 'new' : `${measure.id} ${measure.version}`}
              measure={measure}
              onClose={close}
            />
          )
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
            openedKey={measure?.id ?? null}
            empty={<EmptyState action={add}>No measures are here. Add the first one.</EmptyState>}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}
