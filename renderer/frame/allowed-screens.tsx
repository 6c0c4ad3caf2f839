import { Link, useLocation } from 'wouter'
import { useMay } from '../api/session.ts'
import { Screens } from '../routes.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { isAt, places } from './places.ts'
import type { Place } from './places.ts'

type Guarded = Pick<Place, 'label' | 'to' | 'permission' | 'also'>

const planning: Guarded = { label: 'Plan a group', to: '/groups/new', permission: 'groups.edit' }
const guarded: readonly Guarded[] = [planning, ...places]

/** The screens, or a plain word where the menu or an old address leads to one that is not for this person's role. */
export function AllowedScreens() {
  const may = useMay()
  const [location] = useLocation()
  const closed = guarded.find((place) => isAt(place, location) && !may(place.permission))
  if (closed === undefined) return <Screens />
  return (
    <Page title={closed.label}>
      <EmptyState action={<Link to="/today">Go to Today</Link>}>
        This is not part of your role. Ask your manager if you need it.
      </EmptyState>
    </Page>
  )
}
