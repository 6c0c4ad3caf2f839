import { Anchor, Button } from '@mantine/core'
import { IconChecks, IconListDetails, IconMailForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { RosterRow } from '../../../shared/enrolments/enrolments.contract.ts'
import type { EnrolmentId, GroupId } from '../../../shared/ids.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { GroupStages, StagePanel } from '../enrolments/group-stages.tsx'
import { NextOffer, useOfferNext } from '../enrolments/next-offer.tsx'
import type { Panel, Stages } from '../enrolments/panels.ts'
import { StageSection } from '../enrolments/stage-section.tsx'
import { placesWords } from '../enrolments/words.ts'
import { ExportMenu } from '../paper/export-menu.tsx'
import { ReachButton } from '../paper/reach-button.tsx'
import { ChangeEnrolmentDialog } from './change-enrolment-dialog.tsx'
import { EnrolPerson } from './enrol-person.tsx'
import { LeftOutRows } from './left-out-rows.tsx'
import { RosterTable } from './roster-table.tsx'
import classes from './people.module.css'

/** The people of a group by stage: whose turn it is, who has a place, is offered one, waits, and has left. */
export function GroupPeopleTab({ groupId }: { groupId: GroupId }) {
  const query = useQuery(ask('enrolments', 'stages', { groupId }))
  const roster = useQuery(ask('enrolments', 'roster', { groupId })).data ?? []
  const [changing, setChanging] = useState<EnrolmentId | null>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [sort, setSort] = useState<Sort>({ key: 'status', order: 'ascending' })
  const mayEdit = useMay()('people.edit')
  const { offerNext, pending } = useOfferNext(query.data, (subject) => setPanel({ kind: 'offer', subject }))
  const changed = roster.find((row) => row.enrolmentId === changing)
  return (
    <>
      {mayEdit && <Bar groupId={groupId} roster={roster} sort={sort} onPanel={setPanel} />}
      <Answer query={query}>
        {(stages) => (
          <>
            {mayEdit && <NextOffer stages={stages} offerNext={offerNext} pending={pending} />}
            <GroupStages
              stages={stages}
              panel={panel}
              onPanel={setPanel}
              mayEdit={mayEdit}
              offerNext={offerNext}
              onChange={(row) => setChanging(row.enrolmentId)}
            >
              <Places
                groupId={groupId}
                stages={stages}
                roster={roster}
                sort={sort}
                onSort={setSort}
                {...(mayEdit && { onChange: (row: RosterRow) => setChanging(row.enrolmentId) })}
                onOpen={(row) => setPanel({ kind: 'see', subject: row })}
              />
            </GroupStages>
            {panel !== null && (
              <StagePanel groupId={groupId} stages={stages} panel={panel} onClose={() => setPanel(null)} />
            )}{' '}
            {/* prettier-ignore */}
          </>
        )}
      </Answer>
      <LeftOutRows groupId={groupId} />
      {changed && (
        <ChangeEnrolmentDialog key={changed.enrolmentId} row={changed} onClose={() => setChanging(null)} />
      )}{' '}
      {/* prettier-ignore */}
    </>
  )
}

interface BarProps {
  readonly groupId: GroupId
  readonly roster: readonly RosterRow[]
  /** The order of the list, and of the file made of it. */
  readonly sort: Sort
  readonly onPanel: (panel: Panel) => void
}

/** What can be begun here. */
function Bar({ groupId, roster, sort, onPanel }: BarProps) {
  const may = useMay()
  const enrolled = roster.some((row) => row.status === 'enrolled')
  return (
    <div className={classes.bar}>
      <EnrolPerson groupId={groupId} inGroup={roster} />
      <Button
        variant="default"
        leftSection={<IconMailForward size={18} aria-hidden />}
        onClick={() => onPanel({ kind: 'refer', named: '' })}
      >
        Take a referral
      </Button>
      <Button
        component={Link}
        to={`/groups/${groupId}/list`}
        variant="default"
        c="var(--g-text)"
        leftSection={<IconListDetails size={18} aria-hidden />}
      >
        Paste or read a list
      </Button>
      {roster.length > 0 && <ReachButton groupId={groupId} />}
      {roster.length > 0 && may('exports.make') && <ExportMenu lists={[{ list: 'people', groupId, sort }]} />}
      {enrolled && (
        <Button
          variant="default"
          leftSection={<IconChecks size={18} aria-hidden />}
          onClick={() => onPanel({ kind: 'complete' })}
        >
          Complete the group
        </Button>
      )}
    </div>
  )
}

interface PlacesProps {
  readonly groupId: GroupId
  readonly stages: Stages
  readonly roster: readonly RosterRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly onChange?: (row: RosterRow) => void
  readonly onOpen: (row: RosterRow) => void
}

/** Those who have a place, now or from a day to come. */
function Places({ groupId, stages, roster, sort, onSort, onChange, onOpen }: PlacesProps) {
  const rows = roster.filter((row) => row.status === 'enrolled')
  return (
    <StageSection title="Have a place" words={placesWords(stages)}>
      <RosterTable
        rows={rows}
        sort={sort}
        onSort={onSort}
        onOpen={onOpen}
        {...(onChange && { onChange })}
        empty={<Nobody groupId={groupId} others={roster.length > 0} mayEdit={onChange !== undefined} />}
      />
    </StageSection>
  )
}

function Nobody({ groupId, others, mayEdit }: { groupId: GroupId; others: boolean; mayEdit: boolean }) {
  const list = mayEdit && (
    <Anchor component={Link} to={`/groups/${groupId}/list`}>
      Read a list from a spreadsheet
    </Anchor>
  )
  if (others) return <p className={classes.quiet}>Nobody has a place today.</p>
  return (
    <EmptyState action={list}>
      Nobody is in this group yet. Type a name above, or read the referral list you already have.
    </EmptyState>
  )
}
