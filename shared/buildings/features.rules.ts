import { fold } from '../text.ts'

/** What rooms of family centres commonly have: suggested until a county has words of its own. */
export const commonFeatures: readonly string[] = [
  'Baby change',
  'Crèche',
  'Hearing loop',
  'Kitchen',
  'Outdoor space',
  'Projector',
  'Sensory corner',
  'Soft play',
  'Whiteboard',
]

/** Names of features to choose from, by name: those in use as they are written there, then the common ones. */
export function suggestedFeatures(rooms: readonly { readonly features: readonly string[] }[]): string[] {
  const byKey = new Map<string, string>()
  for (const name of [...rooms.flatMap((room) => room.features), ...commonFeatures])
    if (!byKey.has(fold(name))) byKey.set(fold(name), name)
  return [...byKey.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
}
