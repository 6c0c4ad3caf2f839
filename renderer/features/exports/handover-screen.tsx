import { Button, Checkbox, Group, Select } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { handoverName } from '../../../shared/exports/file-name.rules.ts'
import {
  handoverKinds,
  type HandoverKind,
  type HandoverLayout,
} from '../../../shared/exports/handover.contract.ts'
import { handoverRowLabels } from '../../../shared/exports/handover.fields.ts'
import { usualLayouts } from '../../../shared/exports/handover.rules.ts'
import { quarterBefore } from '../../../shared/reports/quarters.rules.ts'
import { count } from '../../../shared/text.ts'
import { notifySaved } from './notify-saved.tsx'
import { HandoverForm } from './handover-form.tsx'
import { handoverKindLabels, type NewLayout } from './handover-words.ts'
import classes from './handover.module.css'

type Opened = HandoverLayout | NewLayout | null

const columns: readonly Column<HandoverLayout>[] = [
  { key: 'name', heading: 'Layout', cell: (one) => one.name, sortBy: (one) => one.name },
  { key: 'kind', heading: 'For', cell: (one) => handoverKindLabels[one.kind] },
  { key: 'rows', heading: 'Lines', cell: (one) => handoverRowLabels[one.content.rows] },
  { key: 'columns', heading: 'Columns', align: 'right', cell: (one) => one.content.columns.length },
]

const fresh = (kind: HandoverKind): NewLayout => ({ kind, ...usualLayouts[kind] })

/** Files for other systems of the council, in columns that the council says: `#/reports/handover`. */
export function HandoverScreen() {
  const layouts = useQuery(ask('exports', 'handoverLayouts', {}))
  const [opened, setOpened] = useState<Opened>(null)
  return (
    <Page
      title="Hand over to other systems"
      sentence="Nobody publishes what Synergy or Mosaic takes in. Agree the columns with whoever runs them, then keep them here."
      back={<Link to="/reports">Reports</Link>}
      action={
        <>
          {handoverKinds.map((kind) => (
            <Button key={kind} variant="default" onClick={() => setOpened(fresh(kind))}>
              Add a layout for {handoverKindLabels[kind]}
            </Button>
          ))}
        </>
      }
      side={
        opened !== null && (
          <HandoverForm
            key={'id' in opened ? `${opened.id} ${opened.version}` : opened.kind}
            layout={opened}
            onClose={() => setOpened(null)}
          />
        )
      }
    >
      <Answer query={layouts}>
        {(all) => (
          <>
            {all.length > 0 && <MakeFile layouts={all} />}
            <DataTable
              label="Layouts"
              noun={['layout', 'layouts']}
              columns={columns}
              rows={all}
              rowKey={(one) => one.id}
              onOpen={setOpened}
              empty={
                <EmptyState
                  action={
                    <Button onClick={() => setOpened(fresh('synergy'))}>
                      Start with the usual columns for Synergy
                    </Button>
                  }
                >
                  There is no layout yet. The first one says which columns the other system wants, and what
                  they are called there.
                </EmptyState>
              }
            />
          </>
        )}
      </Answer>
    </Page>
  )
}

interface Wanted {
  readonly layout: HandoverLayout
  readonly from: string
  readonly to: string
  readonly sensitive: boolean
}

async function make({ layout, ...asked }: Wanted): Promise<void> {
  const suggestedName = handoverName(handoverKindLabels[layout.kind], asked.from, asked.to)
  const filters = [{ name: 'CSV text', extensions: ['csv'] }]
  const place = await native('saveFile', { title: 'Save the file', suggestedName, filters })
  if (place === null) return
  const { rows, withoutMosaic } = await api.exports.handover({
    ...asked,
    layoutId: layout.id,
    grant: place.grant,
  })
  const unmatched = withoutMosaic === 0 ? '' : ` ${withoutMosaic} without a Mosaic reference.`
  notifySaved(place, `${count(rows, 'row')} in it.${unmatched}`)
}

/** Which layout, of which days; then the file. The quarter before is what is usually asked for. */
function MakeFile({ layouts }: { layouts: readonly HandoverLayout[] }) {
  const before = quarterBefore(useToday())
  const [id, setId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(before.from)
  const [to, setTo] = useState<string | null>(before.to)
  const [sensitive, setSensitive] = useState(false)
  const making = useMutation({ mutationFn: make, onError: notifyFailure })
  const layout = layouts.find((one) => one.id === id) ?? layouts[0]
  return (
    <form
      className={classes.make}
      onSubmit={(event) => {
        event.preventDefault()
        if (layout !== undefined && from !== null && to !== null)
          making.mutate({ layout, from, to, sensitive })
      }}
    >
      <Select
        label="Layout"
        data={layouts.map((one) => ({ value: String(one.id), label: one.name }))}
        value={layout === undefined ? null : String(layout.id)}
        onChange={setId}
        allowDeselect={false}
        w={280}
      />
      <DateField label="From" value={from} onChange={setFrom} />
      <DateField label="To" value={to} onChange={setTo} />
      <Checkbox
        className={classes.tick ?? ''}
        label="Sensitive programmes too"
        checked={sensitive}
        onChange={(event) => setSensitive(event.currentTarget.checked)}
      />
      <Group>
        <Button
          type="submit"
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          disabled={from === null || to === null}
          loading={making.isPending}
        >
          Make the file
        </Button>
      </Group>
    </form>
  )
}
