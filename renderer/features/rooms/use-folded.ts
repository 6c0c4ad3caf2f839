import { useMemo } from 'react'
import { useRemembered } from '../../api/remembered.ts'

/** The buildings that are folded away, remembered. Their ids, parted by spaces. */
export function useFolded() {
  const [stored, store] = useRemembered('board-folded', '')
  const folded = useMemo(() => new Set(stored.split(' ').filter((id) => id !== '')), [stored])
  const keep = (ids: Iterable<string>) => store([...ids].join(' '))
  return {
    folded,
    toggle: (id: string) => keep(folded.has(id) ? [...folded].filter((one) => one !== id) : [...folded, id]),
    foldAll: (ids: readonly string[]) => keep(new Set([...folded, ...ids])),
    unfoldAll: (ids: readonly string[]) => keep([...folded].filter((one) => !ids.includes(one))),
  }
}
