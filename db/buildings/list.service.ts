import type { z } from 'zod'
import { findPlaceHeader, guessPlaceColumns, placeColumnsByContent } from '../../shared/buildings/list-columns.rules.ts' // prettier-ignore
import { planList, type KnownPlaces, type ListPlan } from '../../shared/buildings/list-plan.rules.ts'
import { readPlaces } from '../../shared/buildings/list-rows.rules.ts'
import type { PlaceColumn, placeListOperations, PlaceTable } from '../../shared/buildings/list.contract.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import type { CommandContext, QueryContext, TaskContext } from '../context.ts'
import { readChosen } from '../imports/read-chosen.ts'
import type { Headings } from '../imports/read-list.ts'
import type { Db } from '../store.ts'
import { list as listBuildings, listLocalities } from './buildings.repository.ts'
import { writePlan } from './list-write.ts'
import { listWeekly } from './opening.repository.ts'
import { archiveSamples } from './samples.service.ts'

type Read = z.output<typeof placeListOperations.readList.input>
type Listed = z.output<typeof placeListOperations.previewList.input>
type Import = z.output<typeof placeListOperations.importList.input>
type Imported = z.output<typeof placeListOperations.importList.output>

const placeHeadings: Headings<PlaceColumn> = {
  findHeader: findPlaceHeader,
  guessColumns: guessPlaceColumns,
  guessByContent: placeColumnsByContent,
  ignore: 'ignore',
}

export const readList = ({ session }: TaskContext, input: Read): Promise<PlaceTable> =>
  readChosen(session, input, placeHeadings)

export async function previewList({ db, actor }: QueryContext, listed: Listed) {
  const { plan, known } = await makePlan(db, actor, listed)
  const samples = known.buildings.filter((one) => one.sample && !one.archived).length
  return { rows: [...plan.rows], summary: plan.summary, samples }
}

/** Planned again here, on the data as it is now: importing a list twice adds nothing the second time. */
export async function importList(
  context: CommandContext,
  { archiveSamples: archive, ...listed }: Import,
): Promise<Imported> {
  const { plan } = await makePlan(context.tx, context.actor, listed)
  await writePlan(context, plan)
  const named = new Set(plan.buildings.flatMap((one) => one.known?.id ?? []))
  const samples = archive ? await archiveSamples(context, named) : { archived: 0, kept: [] }
  return { summary: plan.summary, samplesArchived: samples.archived, samplesKept: samples.kept }
}

async function makePlan(
  db: Db,
  actor: QueryContext['actor'],
  { columns, rows }: Listed,
): Promise<{ plan: ListPlan; known: KnownPlaces }> {
  const weekly = Map.groupBy(await listWeekly(db), (one) => one.buildingId)
  const localities = await listLocalities(db)
  const buildings = (await listBuildings(db, { includeArchived: true })).map((building) => ({
    ...building,
    week: Array.from({ length: 7 }, (_, day) =>
      (weekly.get(building.id) ?? [])
        .filter((one) => one.weekday === day + 1)
        .map(({ opens, closes }) => ({ opens, closes })),
    ),
  }))
  const known: KnownPlaces = {
    buildings,
    localities,
    mayChange: (half) => mayCloseAt(actor, { half }),
  }
  return { plan: planList(readPlaces(columns, rows, localities), rows, known), known }
}
