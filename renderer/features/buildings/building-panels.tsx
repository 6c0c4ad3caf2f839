import type { BuildingDetails, Locality, Room } from '../../../shared/buildings/buildings.contract.ts'
import type { AccessLine } from '../../../shared/buildings/access.contract.ts'
import type { Equipment } from '../../../shared/buildings/equipment.contract.ts'
import type { OpeningException } from '../../../shared/buildings/opening.contract.ts'
import type { BookingToCome } from '../../../shared/buildings/to-come.contract.ts'
import { AccessForm } from './access-form.tsx'
import { BuildingForm } from './building-form.tsx'
import { EquipmentForm } from './equipment-form.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { RoomForm } from './room-form.tsx'
import type { Outside } from './tab-props.ts'

/** What the panel of a building's page shows; null is a new one. */
export type Panel =
  | { readonly kind: 'building' }
  | { readonly kind: 'room'; readonly room: Room | null }
  | { readonly kind: 'exception'; readonly exception: OpeningException | null }
  | { readonly kind: 'access'; readonly line: AccessLine | null }
  | { readonly kind: 'equipment'; readonly equipment: Equipment | null }

interface BuildingPanelProps {
  readonly building: BuildingDetails
  readonly panel: Panel
  readonly localities: readonly Locality[]
  readonly onClose: () => void
  readonly onOpenBooking: (booking: BookingToCome) => void
  readonly onOutside: (outside: Outside) => void
}

const keyOf = (one: { readonly id: string; readonly version: number } | null) =>
  one === null ? 'new' : `${one.id} ${one.version}`

export function BuildingPanel(props: BuildingPanelProps) {
  const { building, panel, localities, onClose, onOpenBooking, onOutside } = props
  const shared = { building, onClose }
  switch (panel.kind) {
    case 'building':
      return <BuildingForm {...shared} key={building.version} localities={localities} onOpenBooking={onOpenBooking} /> // prettier-ignore
    case 'room':
      return <RoomForm {...shared} key={keyOf(panel.room)} room={panel.room} onOpenBooking={onOpenBooking} />
    case 'exception':
      return <ExceptionForm {...shared} key={keyOf(panel.exception)} exception={panel.exception} onOutside={onOutside} /> // prettier-ignore
    case 'access':
      return <AccessForm {...shared} key={keyOf(panel.line)} line={panel.line} />
    case 'equipment':
      return <EquipmentForm {...shared} key={keyOf(panel.equipment)} equipment={panel.equipment} />
  }
}
