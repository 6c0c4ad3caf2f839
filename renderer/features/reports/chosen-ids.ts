import type { MeasureId } from '../../../shared/ids.ts'

/** The ids that were chosen from a list, as ids of what the list is of. */
export const idsOf = <Id extends string>(all: readonly { readonly id: Id }[], chosen: readonly string[]): Id[] =>
  all.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])) // prettier-ignore

export const measureIdOf = (
  all: readonly { readonly id: MeasureId }[],
  chosen: string | null,
): MeasureId | null => all.find(({ id }) => id === chosen)?.id ?? null
