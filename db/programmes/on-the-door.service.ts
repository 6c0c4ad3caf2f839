import type { ProgrammeId } from '../../shared/ids.ts'
import { mayUse } from '../../shared/permissions.ts'
import { programmeOnTheDoor } from '../../shared/programmes/on-the-door.rules.ts'
import type { Edition, Programme } from '../../shared/programmes/programmes.contract.ts'
import { found } from '../changed.ts'
import type { Actor } from '../context.ts'
import type { Db } from '../store.ts'
import { listEditions } from './editions.repository.ts'
import { find, list } from './programmes.repository.ts'

const seesPeople = ({ role }: Actor) => mayUse(role, 'people.view')

/** The catalogue: sensitive programmes by what they are about only for those who may see people. */
export async function listShown(
  db: Db,
  actor: Actor,
  wanted: Parameters<typeof list>[1],
): Promise<Programme[]> {
  const all = await list(db, wanted)
  return seesPeople(actor) ? all : all.map((one) => (one.sensitive ? programmeOnTheDoor(one) : one))
}

/** How a programme stood before. What is sensitive now was so before anybody said it: it goes by the title of today. */
export async function editionsShown(db: Db, actor: Actor, id: ProgrammeId): Promise<Edition[]> {
  const { sensitive, publicTitle } = found(await find(db, id), 'programme')
  const editions = await listEditions(db, id)
  if (seesPeople(actor)) return editions
  return editions.map((edition) => {
    if (!sensitive && !edition.content.sensitive) return edition
    const title = sensitive ? publicTitle : edition.content.publicTitle
    return { ...edition, content: programmeOnTheDoor(edition.content, title) }
  })
}
