import { sql, type RawBuilder } from 'kysely'

/** When people left: at the end, or when the room was given back before it. Of the booking by that alias. */
export const actualEndOf = (booking: string): RawBuilder<string> =>
  sql<string>`coalesce(${sql.ref(`${booking}.ended_at`)}, ${sql.ref(`${booking}.ends_at`)})`

/**
 * `inEachOthersWay` of shared/bookings/held.rules.ts for two bookings, by their aliases. The triggers that refuse
 * double booking say the same, and a property test holds them together.
 */
export function inEachOthersWay(one: string, other: string): RawBuilder<boolean> {
  const meets = (held: string, actual: string) =>
    sql`(${sql.ref(`${actual}.starts_at`)} < ${sql.ref(`${held}.held_until`)}
      AND ${sql.ref(`${held}.held_from`)} < ${actualEndOf(actual)})`
  return sql<boolean>`(${meets(one, other)} OR ${meets(other, one)})`
}
