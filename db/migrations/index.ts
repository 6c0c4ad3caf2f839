import type { Migration } from './migration.ts'
import { m0010Journal } from './m0010-journal.ts'
import { m0020County } from './m0020-county.ts'
import { m0030People } from './m0030-people.ts'
import { m0040Groups } from './m0040-groups.ts'
import { m0050Registers } from './m0050-registers.ts'
import { m0060Outcomes } from './m0060-outcomes.ts'
import { m0070Places } from './m0070-places.ts'
import { m0080Bookings } from './m0080-bookings.ts'
import { m0090Closures } from './m0090-closures.ts'
import { m0100Catalogue } from './m0100-catalogue.ts'
import { m0110PeopleInDepth } from './m0110-people-in-depth.ts'
import { m0120Referrals } from './m0120-referrals.ts'
import { m0130RegistersInDepth } from './m0130-registers-in-depth.ts'
import { m0140OutcomesInDepth } from './m0140-outcomes-in-depth.ts'

/** In order, by tens. One that has shipped is never edited: a later one mends it. */
export const migrations: readonly Migration[] = [
  m0010Journal,
  m0020County,
  m0030People,
  m0040Groups,
  m0050Registers,
  m0060Outcomes,
  m0070Places,
  m0080Bookings,
  m0090Closures,
  m0100Catalogue,
  m0110PeopleInDepth,
  m0120Referrals,
  m0130RegistersInDepth,
  m0140OutcomesInDepth,
]
