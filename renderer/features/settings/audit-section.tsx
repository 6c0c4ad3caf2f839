import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askKeeping } from '../../api/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer } from '../../ui/states.tsx'
import type { AuditEntry } from '../../../shared/audit/audit.contract.ts'
import { count } from '../../../shared/text.ts'
import { AuditChanges } from './audit-changes.tsx'
import { SettingsPage } from './settings-page.tsx'
import classes from './settings.module.css'
import { whenWords } from './users-section.tsx'

const columns: readonly Column<AuditEntry>[] = [
  { key: 'label', heading: 'What', cell: (e) => e.label },
  { key: 'who', heading: 'Who', cell: (e) => e.who || 'Nobody signed in' },
  { key: 'at', heading: 'When', cell: (e) => whenWords(e.at) },
  { key: 'changes', heading: 'Rows changed', cell: (e) => e.changes, align: 'right' },
  { key: 'undone', heading: 'State', cell: (e) => (e.undone ? 'Undone' : '') },
]
const STEP = 100
const MOST = 500

/** Everything that anybody did, newest first. Nothing is ever taken out of it. */
export function AuditSection() {
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const [limit, setLimit] = useState(STEP)
  const entries = useQuery(askKeeping('audit', 'list', { limit }))
  return (
    <SettingsPage
      section="audit"
      sentence="Everything that was done, newest first. Nothing is ever taken out."
      side={
        opened !== null && <AuditChanges key={opened.id} entry={opened} onClose={() => setOpened(null)} />
      }
    >
      <Verify />
      <Answer query={entries}>
        {(rows) => (
          <>
            <DataTable
              label="Audit trail"
              noun="newest entries"
              columns={columns}
              rows={rows}
              rowKey={(e) => e.id}
              onOpen={setOpened}
              openedKey={opened?.id ?? null}
            />
            {rows.length === limit && limit < MOST && (
              <Button variant="default" onClick={() => setLimit(limit + STEP)}>
                Show older entries
              </Button>
            )}
          </>
        )}
      </Answer>
    </SettingsPage>
  )
}

/** Whether anybody has tampered with the trail: asked for, because it reads all of it. */
function Verify() {
  const [asked, setAsked] = useState(false)
  const check = useQuery({ ...ask('audit', 'verify', {}), enabled: asked })
  return (
    <div className={classes.gap}>
      <Button
        variant="default"
        loading={check.isFetching}
        onClick={() => (asked ? void check.refetch() : setAsked(true))}
      >
        Check the audit trail
      </Button>
      {check.data !== undefined && (
        <Alert role="status" variant="default" mt="sm" title={check.data.intact ? 'Intact' : 'Not intact'}>
          {check.data.intact
            ? `All ${count(check.data.entries, 'entry', 'entries')} follow from the one before.`
            : `An entry does not follow from the one before${check.data.brokenAt === null ? '' : `, on ${whenWords(check.data.brokenAt)}`}. The file was changed outside Gather. Keep it as it is, and tell your data protection officer.`}
        </Alert>
      )}
    </div>
  )
}
