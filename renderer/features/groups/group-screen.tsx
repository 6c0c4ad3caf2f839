import { Button, Menu, Tabs } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { ProgrammeTag } from '../../ui/programme-tag.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Steps } from '../../ui/steps.tsx'
import type { Group, Session } from '../../../shared/groups/groups.contract.ts'
import { groupId, type GroupId } from '../../../shared/ids.ts'
import { MakeWorkbookButton } from '../exports/make-workbook-button.tsx'
import { OldLayoutItems } from '../exports/old-layout-items.tsx'
import { certificatesOf, makeCalendarOf } from '../paper/asked.ts'
import { editedSession } from '../series/edit-draft.ts'
import { EndSeriesPanel } from '../series/end-series-panel.tsx'
import { SeriesEditPanel } from '../series/series-edit-panel.tsx'
import { TakenDialog } from '../series/taken-dialog.tsx'
import { CancelGroupPanel, EditGroupPanel } from './group-panels.tsx'
import { dueSession, groupSentence, stepsOf, toComeOf } from './group-page.ts'
import { DescribePanel } from './describe-panel.tsx'
import { GroupNotes } from './group-notes.tsx'
import { groupTabs } from './group-tabs.tsx'
import { GroupSessionsTab, type SessionAction } from './group-sessions-tab.tsx'
import { CallPanel, MakeUpPanel } from './invited-panel.tsx'
import { PauseGroupPanel, ResumeGroupPanel } from './pause-panels.tsx'
import { AddSessionPanel, MoveSessionPanel, SessionOffPanel } from './session-panels.tsx'
import classes from './groups.module.css'

type Panel =
  | { readonly kind: 'move' | 'off'; readonly session: Session }
  | { readonly kind: 'taken'; readonly session: Session }
  | { readonly kind: 'again' | 'delivers' | 'make-up'; readonly session: Session }
  | { readonly kind: 'edit' | 'cancel' | 'add' | 'end' | 'pause' | 'resume' | 'call' }

/** One group: where it stands, its sessions, its people and what changed for them. */
export function GroupScreen() {
  const id = groupId.safeParse(useParams()['id']).data
  if (id === undefined)
    return (
      <Page title="This group is not here" back={<Link to="/groups">Groups</Link>}>
        <EmptyState action={<Link to="/groups">See the groups</Link>}>
          The address is not quite right.
        </EmptyState>
      </Page>
    )
  return <GroupPage key={id} id={id} />
}

function GroupPage({ id }: { id: GroupId }) {
  const query = useQuery(ask('groups', 'get', { id }))
  const [panel, setPanel] = useState<Panel | null>(null)
  const group = query.data
  const today = useToday()
  return (
    <Page
      title={group?.name ?? 'Group'}
      sentence={group && groupSentence(group, today)}
      back={<Link to="/groups">Groups</Link>}
      action={group && <Actions group={group} onPanel={setPanel} />}
      side={
        group &&
        panel &&
        panel.kind !== 'taken' && <SidePanelOf group={group} panel={panel} onClose={() => setPanel(null)} />
      }
    >
      <Answer query={query}>{(data) => <GroupBody group={data} onAct={setPanel} />}</Answer>
      {panel?.kind === 'taken' && (
        <TakenDialog
          session={panel.session}
          onClose={() => setPanel(null)}
          onCorrect={() => setPanel({ kind: 'move', session: panel.session })}
          onAgain={() => setPanel({ kind: 'again', session: panel.session })}
        />
      )}
    </Page>
  )
}

function GroupBody({ group, onAct }: { group: Group; onAct: (action: SessionAction) => void }) {
  const may = useMay()
  const tabs = groupTabs.filter((tab) => may(tab.permission))
  const asked = useParams()['tab'] ?? 'sessions'
  const shown = tabs.some((tab) => tab.key === asked) ? asked : 'sessions'
  return (
    <>
      <div className={classes.headline}>
        <ProgrammeTag colour={group.colour}>{group.programmeName}</ProgrammeTag>
        {group.publicTitle !== group.programmeName && (
          <span className={classes.under}>On calendars and doors: {group.publicTitle}</span>
        )}
      </div>
      <GroupNotes group={group} />
      <Steps label="Sessions" steps={stepsOf(group, useToday(), may('registers.view'))} />
      <Tabs
        className={classes.tabs}
        value={shown}
        onChange={(key) => key !== null && go(`/groups/${group.id}/${key}`, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.key} value={tab.key}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="sessions" className={classes.panel ?? ''}>
          <GroupSessionsTab group={group} onAct={onAct} />
        </Tabs.Panel>
        {tabs.map(({ key, Tab }) => (
          <Tabs.Panel key={key} value={key} className={classes.panel ?? ''}>
            <Tab groupId={group.id} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

function Actions({ group, onPanel }: { group: Group; onPanel: (panel: Panel) => void }) {
  const may = useMay()
  const due = dueSession(group)
  const changes = may('groups.edit') && group.mayChange
  return (
    <>
      {due && may('registers.edit') && (
        <Button onClick={() => go(`/registers/${due.id}`)}>Take the register of session {due.number}</Button>
      )}
      <MakeWorkbookButton groupId={group.id} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {changes && <Menu.Item onClick={() => onPanel({ kind: 'edit' })}>Change the group</Menu.Item>}
          <FileItems group={group} />
          {changes && group.status !== 'cancelled' && <ChangeItems group={group} onPanel={onPanel} />}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** What is given out and comes back: for whoever may, whether or not they lead the group. */
function FileItems({ group }: { group: Group }) {
  const may = useMay()
  return (
    <>
      {may('registers.edit') && (
        <Menu.Item onClick={() => go(`/groups/${group.id}/workbook`)}>Bring the workbook back</Menu.Item>
      )}
      <OldLayoutItems groupId={group.id} />
      <Menu.Item onClick={() => makeCalendarOf({ of: 'group', id: group.id })}>Calendar file…</Menu.Item>
      {may('registers.view') && <Menu.Item onClick={() => certificatesOf(group.id)}>Certificates…</Menu.Item>}
    </>
  )
}

function ChangeItems({ group, onPanel }: { group: Group; onPanel: (panel: Panel) => void }) {
  return (
    <>
      <Menu.Item onClick={() => onPanel({ kind: 'add' })}>Add a session</Menu.Item>
      <Menu.Item onClick={() => onPanel({ kind: 'call' })}>Add a call or a visit</Menu.Item>
      {group.pausedOn === null ? (
        <Menu.Item onClick={() => onPanel({ kind: 'pause' })}>Pause the group</Menu.Item>
      ) : (
        <Menu.Item onClick={() => onPanel({ kind: 'resume' })}>Resume the group</Menu.Item>
      )}
      <Menu.Item onClick={() => go(`/groups/new?again=${group.id}`)}>Plan this again</Menu.Item>
      {group.seriesId !== null && toComeOf(group).length > 0 && (
        <Menu.Item onClick={() => onPanel({ kind: 'end' })}>End this series</Menu.Item>
      )}
      <Menu.Item onClick={() => onPanel({ kind: 'cancel' })}>Cancel the group</Menu.Item>
    </>
  )
}

interface SidePanelOfProps {
  readonly group: Group
  readonly panel: Exclude<Panel, { kind: 'taken' }>
  readonly onClose: () => void
}

function SidePanelOf({ group, panel, onClose }: SidePanelOfProps): ReactNode {
  switch (panel.kind) {
    case 'edit':
      return <EditGroupPanel key={`edit ${group.version}`} group={group} onClose={onClose} />
    case 'cancel':
      return <CancelGroupPanel group={group} onClose={onClose} />
    case 'add':
      return <AddSessionPanel group={group} onClose={onClose} />
    case 'again':
      return <AddSessionPanel key={panel.session.id} group={group} like={panel.session} onClose={onClose} />
    case 'pause':
      return <PauseGroupPanel group={group} onClose={onClose} />
    case 'resume':
      return <ResumeGroupPanel group={group} onClose={onClose} />
    case 'call':
      return <CallPanel group={group} onClose={onClose} />
    case 'delivers':
      return <DescribePanel key={panel.session.id} group={group} session={panel.session} onClose={onClose} />
    case 'make-up':
      return <MakeUpPanel key={panel.session.id} group={group} session={panel.session} onClose={onClose} />
    case 'end':
      return <EndGroupSeries group={group} onClose={onClose} />
    case 'move':
      return <MovePanel key={panel.session.id} group={group} session={panel.session} onClose={onClose} />
    case 'off':
      return <SessionOffPanel key={panel.session.id} session={panel.session} onClose={onClose} />
  }
}

/** A session of a series may take those after it along; one that was added by itself, or holds no room, moves alone. */
function MovePanel({ group, session, onClose }: { group: Group; session: Session; onClose: () => void }) {
  if (group.seriesId === null || session.bookingId === null)
    return <MoveSessionPanel session={session} onClose={onClose} />
  return <SeriesEditPanel edited={editedSession(session, session.bookingId)} onClose={onClose} />
}

function EndGroupSeries({ group, onClose }: { group: Group; onClose: () => void }) {
  if (group.seriesId === null) return null
  return (
    <EndSeriesPanel seriesId={group.seriesId} noun="session" toCome={toComeOf(group)} onClose={onClose} />
  )
}
