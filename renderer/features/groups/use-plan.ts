import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useWho } from '../../api/session.ts'
import { go, useAskedFor } from '../../location.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { readRunFound } from '../../../shared/rooms/plan-address.rules.ts'
import type { RunPreview } from '../../../shared/series/series.contract.ts'
import { draftOf } from '../series/rule-draft.ts'
import { plannedInWords } from './group-words.ts'
import { emptyDraft, placesOf, planOf, type PlanDraft } from './plan-draft.ts'

/** Long enough for the next digit of a date, too short to wait for. */
const WHILE_TYPING_MS = 120

/** The dates that the answers give, following them. The last ones stay until the next are there. */
function usePreview(draft: PlanDraft) {
  const rule = useMemo(() => planOf(draft), [draft])
  const [asked] = useDebouncedValue(rule, WHILE_TYPING_MS)
  const query = useQuery<RunPreview>(
    asked === null
      ? { queryKey: ['groups', 'previewPlan', null], queryFn: skipToken }
      : ask('groups', 'previewPlan', asked),
  )
  const [last, setLast] = useState<RunPreview | null>(null)
  if (query.data !== undefined && query.data !== last) setLast(query.data)
  // Of answers that are refused there are no dates: those of the answers before would be taken for theirs.
  const error = rule === null ? null : query.error
  return { preview: rule === null || error !== null ? null : last, error }
}

/** A group to plan again fills every answer: the same in the next term, to be changed as any other. */
function usePlanAgain(change: (part: Partial<PlanDraft>) => void): void {
  useAskedFor('again', (id) => {
    void queryClient
      .fetchQuery(ask('groups', 'planAgain', { id }))
      .then(({ rule, linked, completeAt: _own, ...rest }) =>
        change({
          ...emptyDraft,
          ...draftOf(rule),
          ...rest,
          linked: linked && { ...linked, name: null },
        }),
      )
      .catch(notifyFailure)
  })
}

/** Everything the page of a new group works with. */
export function usePlan() {
  const [buildingId] = useBuilding()
  const who = useWho()
  // Facilitators plan groups that they lead themselves.
  const leads = who?.role === 'facilitator' && who.staffId !== null ? [who.staffId] : []
  const {
    values: draft,
    change,
    forget,
  } = useDraft<PlanDraft>('new-group', { ...emptyDraft, facilitatorIds: leads })
  // A room and its dates that were found from a time: the page begins with them.
  useAskedFor('run', (text) => {
    const run = readRunFound(text)
    if (run === null) return
    const { rule, people, ...places } = run
    change({ ...draftOf(rule), ...places, ...(people !== null && { capacity: people }) })
  })
  const buildings = useQuery(ask('buildings', 'list', {})).data
  const programmes = useQuery(ask('programmes', 'list', {})).data ?? []
  const staff = useQuery(ask('staff', 'list', {})).data ?? []
  const places = useMemo(() => placesOf(buildings ?? [], buildingId), [buildings, buildingId])
  usePlanAgain(change)
  const plan = useCommand('groups', 'plan', {
    failure: 'inline',
    undo: true,
    done: plannedInWords,
    onDone: (group) => {
      forget()
      go(`/groups/${group.id}`)
    },
  })
  return { draft, change, programmes, staff, places, plan, ...usePreview(draft) }
}
