import { count } from '../text.ts'

interface Size {
  readonly name: string
  readonly capacity: number | null
  readonly leastPeople: number | null
}

/** `large`: more people than are safe. `small`: fewer than the room makes sense for. */
export interface SizeWarning {
  readonly kind: 'large' | 'small'
  readonly message: string
}

/** Warns, and never stops, when so many people do not suit a room; null when they do, or when nobody knows [FEATURES R3]. */
export function sizeWarning(
  { name, capacity, leastPeople }: Size,
  people: number | null,
): SizeWarning | null {
  if (people === null) return null
  if (capacity !== null && people > capacity)
    return { kind: 'large', message: `${name} is safe for ${count(capacity, 'person', 'people')}, and ${people} are expected.` } // prettier-ignore
  if (leastPeople !== null && people < leastPeople)
    return { kind: 'small', message: `${name} is meant for ${leastPeople} people or more, and ${people} ${people === 1 ? 'is' : 'are'} expected. A smaller room leaves it to others.` } // prettier-ignore
  return null
}
