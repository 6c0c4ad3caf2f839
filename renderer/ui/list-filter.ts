import { isOptionsGroup } from '@mantine/core'
import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core'
import { fold } from '../../shared/text.ts'

/**
 * What a list that can be typed into shows: every option with all the words typed, in any order, whatever their
 * accents and case. `hall wigston` finds the hall of Wigston Magna, and `creche` the crèche.
 */
export const filterList: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(/[ ,]+/).filter(Boolean)
  let left = limit
  const fits = (text: string) => words.every((word) => fold(text).includes(word))
  const some = <T extends { readonly label: string }>(items: readonly T[], group: string): T[] => {
    const found = items.filter((item) => fits(`${item.label} ${group}`)).slice(0, left)
    left -= found.length
    return found
  }
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return some([option], '')
    const items = some(option.items, typeof option.group === 'string' ? option.group : '')
    return items.length === 0 ? [] : [{ ...option, items }]
  })
}
