import type { Actor, NewId } from '../context.ts'
import type { Tx } from '../store.ts'

export interface SampleOptions {
  readonly actor: Actor
  /** The county is made as it would stand on this day. */
  readonly today: string
  readonly newId: NewId
}

/** Fills a new county with invented buildings, people and groups. */
export async function fillSampleCounty(_tx: Tx, _options: SampleOptions): Promise<void> {}
