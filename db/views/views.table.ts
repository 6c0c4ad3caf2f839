import type { SavedViewId, UserId } from '../../shared/ids.ts'

export interface SavedViewTable {
  id: SavedViewId
  user_id: UserId
  name: string
  name_key: string
  screen: 'rooms' | 'calendar'
  state: string
  version: number
}
