import { useQuery } from '@tanstack/react-query'
import { mayUse } from '../../shared/permissions.ts'
import type { Permission } from '../../shared/permissions.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import type { Status } from '../../shared/county/county.contract.ts'
import { statusQuestion } from './queries.ts'

/** The county as it stands. The frame shows screens only once it is known, so screens may rely on it. */
export function useStatus(): Status | undefined {
  return useQuery(statusQuestion).data
}

/** Today's date in the county, `2026-11-22`: the page never asks a clock of its own. */
export const useToday = (): string => useStatus()?.today ?? '1970-01-01'

/** What the service calls a building, as in its settings: `Family centre`. */
export const useBuildingWord = (): string => useStatus()?.buildingWord ?? 'Building'

/** Who is signed in, with the places their role is about: see shared/users/scope.rules.ts. */
export const useWho = (): Who | null => useStatus()?.signedIn ?? null

/** Whether the signed-in person's role includes this: for hiding what they cannot do. The data side checks again. */
export function useMay(): (permission: Permission) => boolean {
  const role = useStatus()?.signedIn?.role ?? null
  return (permission) => mayUse(role, permission)
}
