import { halves, type Half } from '../../../shared/users/scope.rules.ts'

/** What day sheets can be of: one building by its id, a half, or everything. */
export type Place = Half | 'all' | (string & {})

export const halfOf = (place: string): Half | null => halves.find((half) => half === place) ?? null

export const placeWords = { east: 'East', west: 'West', all: 'All buildings' } as const
