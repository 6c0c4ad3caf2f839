import { useLocalStorage } from '@mantine/hooks'
import { buildingId } from '../../shared/ids.ts'
import type { BuildingId } from '../../shared/ids.ts'

/** A small choice of this person on this computer, the same in every place that uses it. Never personal data. */
export const useRemembered = (key: string, otherwise: string) => {
  const [value, setValue] = useLocalStorage<string>({
    key: `gather.${key}`,
    defaultValue: otherwise,
    getInitialValueInEffect: false,
    // Plain text, not JSON: what an older version or a hand wrote there must never stop a screen.
    serialize: (text) => text,
    deserialize: (text) => text ?? otherwise,
  })
  return [value, (next: string) => setValue(next)] as const
}

/** The building chosen in the top bar, null for all of them. */
export function useBuilding(): readonly [BuildingId | null, (id: BuildingId | null) => void] {
  const [stored, store] = useRemembered('building', '')
  const parsed = buildingId.safeParse(stored)
  return [parsed.success ? parsed.data : null, (id) => store(id ?? '')]
}

/** Height of rows: comfortable 36 px, compact 30 px. */
export function useDensity(): readonly [
  'comfortable' | 'compact',
  (next: 'comfortable' | 'compact') => void,
] {
  const [stored, store] = useRemembered('density', 'comfortable')
  return [stored === 'compact' ? 'compact' : 'comfortable', store]
}
