import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../api/client.ts'
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

/** Everybody in the county who waits for a place, in the order of their turns. */
export function WaitingScreen() {
  const [programme, setProgramme] = useState<string | null>(null)
  const [locality, setLocality] = useState<string | null>(null)
  const [limit, setLimit] = useState(PAGE)
  const [openedId, setOpenedId] = useState<EnrolmentId | null>(null)
  const [text, setText] = useState('')
  const [named] = useDebouncedValue(text.trim().slice(0, 200), 150)
  const scope = { text: named, programmeId: programmeId.safeParse(programme).data, localityId: localityId.safeParse(locality).data } // prettier-ignore
  const query = useQuery(askKeeping('enrolments', 'waiting', { ...scope, limit }))
  const opened = query.data?.rows.find((row) => row.enrolmentId === openedId)
  return (
    <Page
      title="Waiting list"
      back={<Link to="/groups">Groups</Link>}
      sentence={query.data && howMany(query.data)}
      side={opened && <SeePanel key={opened.enrolmentId} subject={opened} reach={opened.reach} group={opened} onClose={() => setOpenedId(null)} />} // prettier-ignore
    >
      <Filters
        text={text}
        onText={setText}
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
              empty={<Nobody filtered={named !== '' || programme !== null || locality !== null} />}
            />
            {all > rows.length && (
              <Button variant="default" mt={12} onClick={() => setLimit(limit + PAGE)}>
                Show {Math.min(PAGE, all - rows.length)} more
              </Button>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

/** Somebody who waits for two groups is one person. */
const howMany = ({ people, total }: Output<'enrolments', 'waiting'>) =>
  `${count(people, 'person waits', 'people wait')} for ${total === people ? 'a place' : `${total} places`}.`

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
        ? 'Nobody who waits fits that.'
        : 'Nobody waits for a place. A referral is taken on the People page of a group.'}
    </EmptyState>
  )
}

interface FiltersProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly programme: string | null
  readonly onProgramme: (id: string | null) => void
  readonly locality: string | null
  readonly onLocality: (id: string | null) => void
}

function Filters({ text, onText, programme, onProgramme, locality, onLocality }: FiltersProps) {
  const programmes = useQuery(ask('programmes', 'list', {})).data ?? []
  const localities = useQuery(ask('buildings', 'listLocalities', {})).data ?? []
  const [first, second] = [useOpenList(), useOpenList()]
  return (
    <div className={classes.filters}>
      <TextInput
        label="Find somebody"
        placeholder="Name"
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        type="search"
        autoComplete="off"
      />
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
