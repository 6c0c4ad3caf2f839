import type { ComponentType } from 'react'
import { AccessTab } from './access-tab.tsx'
import { EquipmentTab } from './equipment-tab.tsx'
import { ExceptionsTab } from './exceptions-tab.tsx'
import { OpeningTab } from './opening-tab.tsx'
import type { Panel } from './building-panels.tsx'
import { RoomsTab } from './rooms-tab.tsx'
import type { TabProps } from './tab-props.ts'

interface BuildingTab {
  readonly key: string
  readonly label: string
  readonly Tab: ComponentType<TabProps>
  /** What there is to add here, and its words; nothing where the tab is a form itself. */
  readonly add?: { readonly panel: Panel; readonly words: string }
}

/** The parts of a building's page. */
export const buildingTabs: readonly BuildingTab[] = [
  { key: 'rooms', label: 'Rooms', Tab: RoomsTab, add: { panel: { kind: 'room', room: null }, words: 'Add a room' } }, // prettier-ignore
  { key: 'hours', label: 'Opening hours', Tab: OpeningTab },
  { key: 'changes', label: 'Changes of hours', Tab: ExceptionsTab, add: { panel: { kind: 'exception', exception: null }, words: 'Add a change of hours' } }, // prettier-ignore
  { key: 'access', label: 'Getting in', Tab: AccessTab, add: { panel: { kind: 'access', line: null }, words: 'Add a way in' } }, // prettier-ignore
  { key: 'equipment', label: 'Equipment', Tab: EquipmentTab, add: { panel: { kind: 'equipment', equipment: null }, words: 'Add equipment' } }, // prettier-ignore
]
