import { Alert, Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Answer } from '../../ui/states.tsx'
import type { AuditEntry } from '../../../shared/audit/audit.contract.ts'
import { count, fold } from '../../../shared/text.ts'
import { AuditChanges } from './audit-changes.tsx'
import { SettingsPage } from './settings-page.tsx'
import classes from './settings.module.css'
import { whenWords } from './users-section.tsx'

const whoOf = (entry: AuditEntry) => entry.who || 'Nobody signed in'

const columns: readonly Column<AuditEntry>[] = [
  { key: 'label', heading: 'What', width: '34%', cell: (e) => (e.undone ? `${e.label} (undone)` : e.label) },
  { key: 'who', heading: 'Who', cell: whoOf },
  { key: 'at', heading: 'When', cell: (e) => <span className={classes.noWrap}>{whenWords(e.at)}</span> },
  { key: 'changes', heading: 'Rows changed', cell: (e) => e.changes.toLocaleString('en-GB'), align: 'right' },
]
const STEP = 100

/** The trail, page by page: each begins before the last entry of the one above it. */
function useTrail() {
  return useInfiniteQuery({
    queryKey: ['audit', 'list', 'pages'],
    queryFn: ({ pageParam }) => api.audit.list({ limit: STEP, before: pageParam }),
    initialPageParam: null as string | null, // Widened: every page but the first has one.
    getNextPageParam: (page) => (page.length === STEP ? page.at(-1)?.at : undefined),
    select: ({ pages }) => pages.flat(),
  })
}

const holds = (entry: AuditEntry, words: readonly string[]) => {
  const text = fold(`${entry.label} ${whoOf(entry)} ${whenWords(entry.at)}`)
  return words.every((word) => text.includes(word))
}

/** Everything that anybody did, newest first. Nothing is ever taken out of it. */
export function AuditSection() {
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const [find, setFind] = useState('')
  const trail = useTrail()
  const words = fold(find).split(' ').filter(Boolean)
  return (
    <SettingsPage
      section="audit"
      sentence="Everything that was done, newest first. Nothing is ever taken out."
      side={
        opened !== null && <AuditChanges key={opened.id} entry={opened} onClose={() => setOpened(null)} />
      }
    >
      <div className={classes.trailTools}>
        <TextInput
          className={classes.trailFind ?? ''}
          type="search"
          label="Find by what was done, by whom or when"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <Verify />
      </div>
      <p>
        <Link to="/reports/files">Files that were made</Link>, with their rows, stand under Reports.
      </p>
      <Answer query={trail}>
        {(entries) => (
          <DataTable
            label="Audit trail"
            noun={entries.length === 1 ? 'entry' : trail.hasNextPage ? 'newest entries' : 'entries'}
            columns={columns}
            rows={entries.filter((entry) => holds(entry, words))}
            total={entries.length}
            rowKey={(e) => e.id}
            onOpen={setOpened}
            openedKey={opened?.id ?? null}
          />
        )}
      </Answer>
      {trail.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          Show older entries
        </Button>
      )}
    </SettingsPage>
  )
}

/** Whether anybody has tampered with the trail: asked for, because it reads all of it. */
function Verify() {
  const [asked, setAsked] = useState(false)
  const check = useQuery({ ...ask('audit', 'verify', {}), enabled: asked })
  return (
    <div>
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
