import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import type { OldLayout } from '../../../shared/exports/old-layout.contract.ts'
import { OldLayoutForm, type LayoutDraft } from './old-layout-form.tsx'

const columns: readonly Column<OldLayout>[] = [
  { key: 'name', heading: 'Layout', cell: (one) => one.name },
  { key: 'sheet', heading: 'Sheet', cell: (one) => one.content.sheetName },
  { key: 'columns', heading: 'Headings', align: 'right', cell: (one) => one.content.columns.length },
  { key: 'state', heading: 'State', cell: (one) => (one.retired ? 'Retired' : 'In use') },
]

/** The layouts of old workbooks in which a group can be saved: learnt from a file, and put right here. */
export function OldLayoutsSection() {
  const mayTeach = useMay()('exports.county')
  const layouts = useQuery(ask('exports', 'oldLayouts', {}))
  const [draft, setDraft] = useState<LayoutDraft | null>(null)
  const learn = useCommand('exports', 'learnOldLayout', {
    onDone: ({ fileName, ...learnt }) => setDraft({ layout: null, name: nameOf(fileName), ...learnt }),
  })
  const choose = async () => {
    const filters = [{ name: 'Excel workbook', extensions: ['xlsx', 'xlsm', 'xls'] }]
    const chosen = await native('openFile', { title: 'Open the old workbook', filters })
    if (chosen !== null) learn.mutate({ grant: chosen.grant })
  }
  const teach = mayTeach && draft === null && (
    <Button loading={learn.isPending} onClick={() => void choose().catch(notifyFailure)}>
      Learn a layout
    </Button>
  )
  const open = (layout: OldLayout) =>
    setDraft({ layout, name: layout.name, content: layout.content, found: [], notes: [] })
  return (
    <SettingsPage
      section="old-workbooks"
      sentence="A group can be saved in the layout of the workbook it used to be kept in: the same headings in the same order, with its own marks."
      action={teach}
    >
      {draft !== null && (
        <OldLayoutForm
          key={`${draft.layout?.id} ${draft.layout?.version} ${draft.name}`}
          draft={draft}
          onClose={() => setDraft(null)}
        />
      )}
      {draft === null && (
        <Answer query={layouts}>
          {(rows) => (
            <DataTable
              label="Layouts of old workbooks"
              noun={['layout', 'layouts']}
              columns={columns}
              rows={rows}
              rowKey={(one) => one.id}
              {...(mayTeach && { onOpen: open })}
              empty={
                <EmptyState action={teach}>
                  No layout has been learnt. Choose an old workbook: its headings are read, and nobody in it.
                </EmptyState>
              }
            />
          )}
        </Answer>
      )}
    </SettingsPage>
  )
}

const nameOf = (fileName: string) => fileName.replace(/\.[a-z]+$/i, '')
