import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Closure } from '../../../shared/closures/closures.contract.ts'
import { count } from '../../../shared/text.ts'
import { ExportMenu } from '../paper/export-menu.tsx'
import { hitsOf, stateWords } from './closure-words.ts'
import classes from './closures.module.css'

const columns: readonly Column<Closure>[] = [
  { key: 'where', heading: 'Where', cell: (closure) => closure.where, width: '26%' },
  { key: 'when', heading: 'When', cell: (closure) => closure.when },
  { key: 'why', heading: 'Why', cell: (closure) => closure.reason, width: '20%' },
  { key: 'state', heading: 'State', cell: (closure) => <State closure={closure} />, width: '130px' },
  { key: 'hits', heading: 'To decide', cell: (closure) => <ToDecide closure={closure} />, width: '130px' },
]

function State({ closure }: { closure: Closure }) {
  return (
    <span className={classes.state} data-state={closure.state}>
      {stateWords[closure.state]}
    </span>
  )
}

function ToDecide({ closure }: { closure: Closure }) {
  const hits = hitsOf(closure)
  if (hits === 0) return <span className={classes.quiet}>Nothing</span>
  return <strong>{count(hits, 'booking')}</strong>
}

/** What is closed now and will be, and what each closure still has to be decided about. */
export function ClosuresScreen() {
  const [buildingId] = useBuilding()
  const [past, setPast] = useState(false)
  const mayClose = useMay()('buildings.edit')
  const query = useQuery(askKeeping('closures', 'list', { past, buildingId }))
  const close = mayClose && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/closures/new')}>
      Close a building
    </Button>
  )
  const none = query.data?.length === 0
  return (
    <Page
      title="Closures"
      sentence="When buildings and rooms cannot be used, and what has to be re-homed for it."
      action={
        none ? undefined : (
          <Group gap="xs">
            <ExportMenu lists={[{ list: 'closures', past, buildingId }]} />
            {close}
          </Group>
        )
      }
    >
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Which closures"
          value={past ? 'past' : 'ahead'}
          onChange={(value) => setPast(value === 'past')}
          data={[
            { value: 'ahead', label: 'Now and to come' },
            { value: 'past', label: 'Past and lifted too' },
          ]}
        />
      </div>
      <Answer query={query}>
        {(closures) => (
          <DataTable
            label="Closures"
            noun={closures.length === 1 ? 'closure' : 'closures'}
            columns={columns}
            rows={closures}
            rowKey={(closure) => closure.id}
            onOpen={(closure) => go(`/closures/${closure.id}`)}
            empty={
              <EmptyState action={close}>
                {past
                  ? 'Nothing has ever been closed here.'
                  : 'Nothing is closed, and nothing is to be. When a boiler breaks, close the building here: everything that is booked gets a room to go to.'}
              </EmptyState>
            }
          />
        )}
      </Answer>
    </Page>
  )
}
