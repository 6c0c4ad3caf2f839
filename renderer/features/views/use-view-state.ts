import { useMemo } from 'react'
import { useBuilding, useRemembered } from '../../api/remembered.ts'
import { useBuildings } from './use-shown-bookings.ts'
import { noFilter } from '../../../shared/bookings/filter.rules.ts'
import { viewState } from '../../../shared/views/views.contract.ts'
import type { ViewScreen, ViewState } from '../../../shared/views/views.contract.ts'

/** What was kept on this computer; nothing when an older program, or a hand, wrote something else there. */
function read(stored: string): ViewState | null {
  try {
    return viewState.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

export type ChangeView = (part: Partial<ViewState>) => void

/**
 * How a screen looks at bookings: as it was left, also after a restart. The building is the one of the switcher, which
 * all screens share.
 */
export function useViewState(screen: ViewScreen, firstView: string): readonly [ViewState, ChangeView] {
  const [stored, store] = useRemembered(`${screen}-view-state`, '')
  const [chosen, chooseBuilding] = useBuilding()
  const buildings = useBuildings()
  // One that is gone, or of another county, is none: the switcher says All then too.
  const buildingId = buildings.some((building) => building.id === chosen) ? chosen : null
  const kept = useMemo(() => read(stored), [stored])
  const state = useMemo(
    () => ({ view: firstView, filter: noFilter, unused: null, ...kept, buildingId }),
    [firstView, kept, buildingId],
  )
  const change = ({ buildingId: building, ...part }: Partial<ViewState>) => {
    if (building !== undefined) chooseBuilding(building)
    store(JSON.stringify({ ...state, ...part, buildingId: null }))
  }
  return [state, change]
}
