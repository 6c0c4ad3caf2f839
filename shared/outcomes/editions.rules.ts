import type { Measure } from './measure-schema.ts'

/** With how a measure was in its earlier editions, where numbers of those may be among the readings. */
export interface WithEarlier {
  readonly earlier?: readonly Measure[]
}
/** A measure as it stands, with its earlier editions. */
export type MeasureOverTime = Measure & WithEarlier

/** The measure as it was in an edition: what a number means is what it meant when it was taken. */
export const asOf = <M extends WithEarlier>(measure: M, edition: number): M | Measure =>
  measure.earlier?.find((one) => one.edition === edition) ?? measure
