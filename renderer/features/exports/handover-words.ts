import type { HandoverKind, HandoverLayout } from '../../../shared/exports/handover.contract.ts'

export const handoverKindLabels: Readonly<Record<HandoverKind, string>> = {
  synergy: 'Synergy',
  mosaic: 'Mosaic',
}

/** One that is not kept yet. */
export type NewLayout = Omit<HandoverLayout, 'id' | 'version'>
