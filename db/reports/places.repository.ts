import { sql } from 'kysely'
import type { Places } from '../../shared/reports/splits.rules.ts'
import type { Actor } from '../context.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { Db } from '../store.ts'

/**
 * Sessions whose own room is in another building than their group, or whose group has none. A cancelled booking holds no
 * room: what did not run counts where its group is.
 */
async function readElsewhere(db: Db): Promise<Places['elsewhere']> {
  const rows = await db
    .selectFrom('booking')
    .innerJoin('session', 'session.id', 'booking.session_id')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .where('booking.lead_id', 'is', null)
    .where('booking.status', '<>', 'cancelled')
    .where(sql<boolean>`room.building_id IS NOT programme_group.building_id`)
    .select(['session.id', 'room.building_id'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.building_id]))
}

/** What a programme or group is called: by its public title for those who may not see people, where its name would tell something. */
const openTo = ({ role }: Actor, programme: { name: string; public_title: string; sensitive: number }) =>
  programme.sensitive === 1 && !mayUse(role, 'people.view') ? programme.public_title : programme.name

/** The places that were read for a report, by who asked: see `onePlacesRead`. */
const read = new WeakMap<Db, Map<Actor['role'], Promise<Places>>>()

/**
 * The same reading for one report, whose maker, words and neighbours of an earlier period each ask for the places, and
 * for a document of many reports: they are read for the first and given to the others. For one report only, so that
 * nothing old is ever given.
 */
export function onePlacesRead(db: Db): Db {
  if (read.has(db)) return db
  const look: Db = {
    fn: db.fn,
    // Binding keeps one overload of several; the function is the same.
    selectFrom: db.selectFrom.bind(db) as Db['selectFrom'],
    // As above.
    selectNoFrom: db.selectNoFrom.bind(db) as Db['selectNoFrom'],
  }
  read.set(look, new Map())
  return look
}

/** Every group, programme, building, locality and half term, those no longer in use among them; six queries. */
export function readPlaces(db: Db, actor: Actor): Promise<Places> {
  const known = read.get(db)?.get(actor.role)
  if (known) return known
  const places = readAnew(db, actor)
  read.get(db)?.set(actor.role, places)
  return places
}

async function readAnew(db: Db, actor: Actor): Promise<Places> {
  const groups = await db.selectFrom('programme_group').select(['id', 'name', 'public_title', 'programme_id', 'building_id']).execute() // prettier-ignore
  const programmes = await db.selectFrom('programme').select(['id', 'name', 'public_title', 'sensitive']).execute() // prettier-ignore
  const buildings = await db.selectFrom('building').select(['id', 'name', 'locality_id']).execute()
  const localities = await db.selectFrom('locality').select(['id', 'name', 'half']).execute()
  const terms = await db.selectFrom('term').select(['id', 'name', 'starts_on', 'ends_on']).orderBy('starts_on').execute() // prettier-ignore
  const sensitive = new Map(programmes.map((one) => [one.id, one.sensitive]))
  return {
    groups: new Map(
      groups.map((one) => [
        one.id,
        {
          name: openTo(actor, { ...one, sensitive: sensitive.get(one.programme_id) ?? 0 }),
          programmeId: one.programme_id,
          buildingId: one.building_id,
        },
      ]),
    ),
    elsewhere: await readElsewhere(db),
    programmes: new Map(programmes.map((one) => [one.id, openTo(actor, one)])),
    buildings: new Map(buildings.map((one) => [one.id, { name: one.name, localityId: one.locality_id }])),
    localities: new Map(localities.map((one) => [one.id, { name: one.name, half: one.half }])),
    terms: terms.map((one) => ({ id: one.id, name: one.name, startsOn: one.starts_on, endsOn: one.ends_on })),
  }
}
