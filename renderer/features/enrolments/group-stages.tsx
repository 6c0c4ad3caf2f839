import type { ReactNode } from 'react'
import { PageSide } from '../../ui/page-side.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { AcceptPanel } from './accept-panel.tsx'
import { CompletePanel } from './complete-panel.tsx'
import { EndOfferPanel } from './end-offer-panel.tsx'
import { LeftTable } from './left-table.tsx'
import { OfferedTable } from './offered-table.tsx'
import { OfferPanel } from './offer-panel.tsx'
import type { Panel, Stages } from './panels.ts'
import { ReferralPanel } from './referral-panel.tsx'
import { SeePanel } from './see-panel.tsx'
import { StageSection } from './stage-section.tsx'
import { WaitingTable } from './waiting-table.tsx'

interface StagesProps {
  readonly stages: Stages
  readonly panel: Panel | null
  /** Left out for somebody who may only look. */
  readonly onPanel: (panel: Panel) => void
  readonly mayEdit: boolean
  readonly offerNext: () => void
  readonly onChange: (row: Stages['others'][number]) => void
}

/** Everyone on the way to a place, and everyone who has left: each stage apart, those with a place in between. */
export function GroupStages({ children, ...props }: StagesProps & { readonly children: ReactNode }) {
  const { stages, onChange, mayEdit, onPanel } = props
  const left = stages.others.filter((row) => row.status === 'completed' || row.status === 'withdrawn')
  return (
    <>
      {children}
      <OnTheWay {...props} />
      {left.length > 0 && (
        <StageSection title="Completed or left">
          <LeftTable
            rows={left}
            openedId={openedIn(props.panel)}
            onOpen={(subject) => onPanel({ kind: 'see', subject })}
            {...(mayEdit && { onChange })}
          />
        </StageSection>
      )}
    </>
  )
}

const openedIn = (panel: Panel | null) => (panel && 'subject' in panel ? panel.subject.enrolmentId : null)

function OnTheWay({ stages, panel, onPanel, mayEdit, offerNext }: StagesProps) {
  const offered = stages.others.filter((row) => row.status === 'offered')
  const volunteers = stages.others.filter((row) => row.status === 'waiting' || row.status === 'referred')
  const waiting = stages.waiting.filter((row) => row.status === 'waiting')
  const referred = stages.waiting.filter((row) => row.status === 'referred')
  const openedId = openedIn(panel)
  const see = (subject: Stages['others'][number] | Stages['waiting'][number]) => onPanel({ kind: 'see', subject }) // prettier-ignore
  const act = mayEdit && { act: { onOffer: (subject: Stages['waiting'][number]) => onPanel({ kind: 'offer', subject }), offerNext } } // prettier-ignore
  return (
    <>
      {offered.length > 0 && (
        <StageSection title="Offered a place" words="The place is kept for them until the last day.">
          <OfferedTable
            rows={offered}
            openedId={openedId}
            onOpen={see}
            {...(mayEdit && {
              act: {
                onAccept: (subject) => onPanel({ kind: 'accept', subject }),
                onEnd: (subject) => onPanel({ kind: 'end-offer', subject }),
              },
            })}
          />
        </StageSection>
      )}
      {waiting.length > 0 && (
        <StageSection title="Waiting list" words="By priority, then by the day of the referral.">
          <WaitingTable label="Waiting list" rows={waiting} openedId={openedId} onOpen={see} {...act} />
        </StageSection>
      )}
      {referred.length > 0 && (
        <StageSection title="Referred" words="Still to be looked at.">
          <WaitingTable label="Referred" rows={referred} openedId={openedId} onOpen={see} {...act} />
        </StageSection>
      )}
      {volunteers.length > 0 && (
        <StageSection
          title="Volunteers to come"
          words={`${count(volunteers.length, 'person', 'people')}, who take no place.`}
        >
          <LeftTable rows={volunteers} openedId={openedId} onOpen={see} />
        </StageSection>
      )}
    </>
  )
}

interface PanelOfProps {
  readonly groupId: GroupId
  readonly stages: Stages
  readonly panel: Panel
  readonly onClose: () => void
}

/** The panel at the side, for whom and for what it was opened. */
export function StagePanel(props: PanelOfProps) {
  return <PageSide>{panelOf(props)}</PageSide>
}

function panelOf({ groupId, stages, panel, onClose }: PanelOfProps): ReactNode {
  if (panel.kind === 'refer') return <ReferralPanel key="refer" groupId={groupId} onClose={onClose} />
  if (panel.kind === 'complete') return <CompletePanel groupId={groupId} onClose={onClose} />
  const { subject } = panel
  const key = `${panel.kind} ${subject.enrolmentId}`
  const row = [...stages.others, ...stages.waiting].find((one) => one.enrolmentId === subject.enrolmentId)
  const lapsed = stages.others.find((one) => one.enrolmentId === subject.enrolmentId)?.lapsed ?? false
  switch (panel.kind) {
    case 'see':
      return <SeePanel key={key} subject={subject} reach={row?.reach} onClose={onClose} />
    case 'offer':
      return <OfferPanel key={key} groupId={groupId} stages={stages} subject={subject} onClose={onClose} />
    case 'accept':
      return <AcceptPanel key={key} groupId={groupId} subject={subject} lapsed={lapsed} onClose={onClose} />
    case 'end-offer':
      return <EndOfferPanel key={key} subject={subject} lapsed={lapsed} onClose={onClose} />
  }
}
