import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { personId, type PersonId } from '../../../shared/ids.ts'
import { MergeForm } from './merge-form.tsx'

/** Two records side by side on the way to being one: `#/people/merge/KEPT/GONE`. */
export function MergeScreen() {
  const { kept, gone } = useParams()
  const [keptId, goneId] = [personId.safeParse(kept).data, personId.safeParse(gone).data]
  if (keptId === undefined || goneId === undefined || keptId === goneId)
    return (
      <Page title="Take together" back={<Link to="/people/duplicates">Possible duplicates</Link>}>
        <EmptyState action={<Link to="/people">Find people</Link>}>These are not two records.</EmptyState>
      </Page>
    )
  return <Merge key={`${keptId} ${goneId}`} keptId={keptId} goneId={goneId} />
}

function Merge({ keptId, goneId }: { keptId: PersonId; goneId: PersonId }) {
  const query = useQuery(ask('people', 'mergePlan', { keptId, goneId }))
  const plan = query.data
  return (
    <Page
      title={plan ? `Is ${plan.gone.fullName} the same person as ${plan.kept.fullName}?` : 'Take together'}
      back={<Link to="/people/duplicates">Possible duplicates</Link>}
      sentence="One record stays and has all that belonged to both. It can be taken back any time later."
    >
      <Answer query={query}>{(answer) => <MergeForm plan={answer} />}</Answer>
    </Page>
  )
}
