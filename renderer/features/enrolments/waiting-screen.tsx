import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask, askKeeping } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { useOpenList } from '../../ui/use-open-list.ts'
import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { localityId, programmeId, type EnrolmentId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { CountyWaitingTable } from './county-waiting-table.tsx'
import { SeePanel } from './see-panel.tsx'
import classes from './enrolments.module.css'

const PAGE = 100
const MOST = 500

/** Everybody in the county who waits for a place, in the order of their turns. */
export function WaitingScreen() {
  const [programme, setProgramme] = useState<string | null>(null)
  const [locality, setLocality] = useState<string | null>(null)
  const [limit, setLimit] = useState(PAGE)
  const [openedId, setOpenedId] = useState<EnrolmentId | null>(null)
  const scope = { programmeId: programmeId.safeParse(programme).data, localityId: localityId.safeParse(locality).data } // prettier-ignore
  const query = useQuery(askKeeping('enrolments', 'waiting', { ...scope, limit }))
  const opened = query.data?.rows.find((row) => row.enrolmentId === openedId)
  const total = query.data?.total
  return (
    <Page
      title="Waiting list"
      back={<Link to="/groups">Groups</Link>}
      sentence={total !== undefined && `${count(total, 'person waits', 'people wait')} for a place.`}
      side={opened && <SeePanel key={opened.enrolmentId} subject={opened} reach={opened.reach} onClose={() => setOpenedId(null)} />} // prettier-ignore
    >
      <Filters
        programme={programme}
        onProgramme={setProgramme}
        locality={locality}
        onLocality={setLocality}
      />
      <Answer query={query}>
        {({ rows, total: all }) => (
          <>
            <CountyWaitingTable
              rows={rows}
              total={all}
              openedId={openedId}
              onOpen={(row: WaitingRow) => setOpenedId(row.enrolmentId)}
              empty={<Nobody filtered={programme !== null || locality !== null} />}
            />
            {all > rows.length && limit < MOST && (
              <Button variant="default" mt={12} onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                Show {Math.min(PAGE, all - rows.length)} more
              </Button>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Nobody({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState
      action={
        <Button variant="default" onClick={() => go('/groups')}>
          Go to the groups
        </Button>
      }
    >
      {filtered
        ? 'Nobody waits for that.'
        : 'Nobody waits for a place. A referral is taken on the People page of a group.'}
    </EmptyState>
  )
}

interface FiltersProps {
  readonly programme: string | null
  readonly onProgramme: (id: string | null) => void
  readonly locality: string | null
  readonly onLocality: (id: string | null) => void
}

function Filters({ programme, onProgramme, locality, onLocality }: FiltersProps) {
  const programmes = useQuery(ask('programmes', 'list', {})).data ?? []
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const [first, second] = [useOpenList(), useOpenList()]
  return (
    <div className={classes.filters}>
      <Select
        {...first}
        label="Programme"
        placeholder="All programmes"
        data={programmes.map((one) => ({ value: one.id, label: one.name }))}
        value={programme}
        onChange={onProgramme}
        searchable
        clearable
      />
      <Select
        {...second}
        label="Locality"
        placeholder="The whole county"
        data={localities.map((one) => ({ value: one.id, label: one.name }))}
        value={locality}
        onChange={onLocality}
        clearable
      />
    </div>
  )
}
