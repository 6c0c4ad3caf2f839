import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { CodeSettings } from '../../../shared/registers/codes.contract.ts'
import { MarkForm } from './mark-form.tsx'
import { meaningOf } from './mark-words.ts'
import { SettingsPage } from './settings-page.tsx'

const columns: readonly Column<CodeSettings>[] = [
  { key: 'code', heading: 'Mark', cell: (code) => <strong>{code.code}</strong> },
  { key: 'label', heading: 'Means', cell: (code) => code.label },
  { key: 'says', heading: 'Counts as', cell: meaningOf },
  { key: 'key', heading: 'Key', cell: (code) => code.key.toUpperCase() },
  { key: 'state', heading: 'State', cell: stateOf },
]

function stateOf({ retired, fixed, used }: CodeSettings): string {
  if (retired) return 'Retired'
  if (fixed) return 'Always there'
  return used ? 'In registers' : 'Not used yet'
}

/** What the letters of a register mean. What one says is fixed once a register has it. */
export function MarksSection() {
  const mayEdit = useMay()('programmes.edit')
  const [panel, setPanel] = useState<string | null>(null)
  const codes = useQuery(ask('registers', 'listCodes', {}))
  const all = codes.data ?? []
  const opened = all.find((code) => code.code === panel) ?? null
  const add = mayEdit && <Button onClick={() => setPanel('new')}>Add a mark</Button>
  return (
    <SettingsPage
      section="marks"
      sentence="What the letters of a register mean. What a letter says is fixed once a register has it; its words, key and place are not."
      action={add}
      side={
        panel !== null && (
          <MarkForm
            key={`${panel} ${opened?.version ?? ''}`}
            code={opened}
            order={mayEdit && opened && <Order code={opened} all={all} />}
            onClose={() => setPanel(null)}
          />
        )
      }
    >
      <Answer query={codes}>
        {(rows) => (
          <DataTable
            label="Marks"
            noun={['mark', 'marks']}
            columns={columns}
            rows={rows}
            rowKey={(code) => code.code}
            {...(mayEdit && { onOpen: (code: CodeSettings) => setPanel(code.code) })}
            openedKey={opened?.code ?? null}
            empty={<EmptyState action={add}>No marks are here. Add the first one.</EmptyState>}
          />
        )}
      </Answer>
    </SettingsPage>
  )
}

/** Moves a mark up or down in the order in which the register offers them. */
function Order({ code, all }: { code: CodeSettings; all: readonly CodeSettings[] }) {
  const order = useCommand('registers', 'orderCodes', { undo: true, done: 'Changed the order of the marks' })
  const letters = all.map((one) => one.code)
  const at = letters.indexOf(code.code)
  const move = (step: number) => {
    const rest = letters.filter((letter) => letter !== code.code)
    rest.splice(at + step, 0, code.code)
    order.mutate({ codes: rest })
  }
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        aria-label={`Move ${code.code} up`}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={`Move ${code.code} down`}
        disabled={at === letters.length - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <span>
        Offered as number {at + 1} of {letters.length}
      </span>
    </Group>
  )
}
