import { Anchor, Button } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { RosterRow } from '../../../shared/enrolments/enrolments.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { Sort } from '../../../shared/sort.rules.ts'
import { ExportMenu } from '../paper/export-menu.tsx'
import { ReachButton } from '../paper/reach-button.tsx'
import { ChangeEnrolmentDialog } from './change-enrolment-dialog.tsx'
import { EnrolPerson } from './enrol-person.tsx'
import { LeftOutRows } from './left-out-rows.tsx'
import { RosterTable } from './roster-table.tsx'
import classes from './people.module.css'

/** The people of a group: who belongs, since when, how often they came; and how more are enrolled. */
export function GroupPeopleTab({ groupId }: { groupId: GroupId }) {
  const query = useQuery(ask('enrolments', 'roster', { groupId }))
  const [changing, setChanging] = useState<RosterRow | null>(null)
  const [sort, setSort] = useState<Sort>({ key: 'status', order: 'ascending' })
  const may = useMay()
  const mayEdit = may('people.edit')
  return (
    <>
      {mayEdit && (
        <div className={classes.bar}>
          <EnrolPerson groupId={groupId} inGroup={query.data ?? []} />
          <Button
            component={Link}
            to={`/groups/${groupId}/list`}
            variant="default"
            c="var(--g-text)"
            leftSection={<IconListDetails size={18} aria-hidden />}
          >
            Paste or read a list
          </Button>
          <ReachButton groupId={groupId} />
          {may('exports.make') && <ExportMenu lists={[{ list: 'people', groupId, sort }]} />}
        </div>
      )}
      <Answer query={query}>
        {(rows) => (
          <RosterTable
            rows={rows}
            sort={sort}
            onSort={setSort}
            {...(mayEdit && { onChange: setChanging })}
            empty={
              <EmptyState
                action={
                  mayEdit && (
                    <Anchor component={Link} to={`/groups/${groupId}/list`}>
                      Read a list from a spreadsheet
                    </Anchor>
                  )
                }
              >
                Nobody is in this group yet. Type a name above, or read the referral list you already have.
              </EmptyState>
            }
          />
        )}
      </Answer>
      <LeftOutRows groupId={groupId} />
      {changing !== null && (
        <ChangeEnrolmentDialog key={changing.enrolmentId} row={changing} onClose={() => setChanging(null)} />
      )}
    </>
  )
}
