import { whenWords } from '../../../shared/outcomes/entry-grid.rules.ts'
import type { Star, StarForm, StarPart, StarPoint } from '../../../shared/outcomes/star.contract.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'

/** `Before, 5 October 2026` */
export const formWords = (form: StarForm): string => `${whenWords(form)}, ${longDate(form.takenOn)}`

/** A number, or why there is none; a dash where nothing is recorded. */
export const pointWords = ({ value, notDoneReason }: StarPoint): string =>
  value?.toString() ?? (notDoneReason === null ? '–' : `Not done: ${notDoneReason}`)

/** `2 stages up`, `Same stage`, `High and kept`; by the number where there are no stages. */
export function moveWords(part: StarPart): string {
  if (part.moved === null) return '–'
  if (part.keptHigh && part.moved === 'same') return 'High at the start, and kept'
  if (part.stages === null) return { improved: 'Better', same: 'Same', worse: 'Worse' }[part.moved]
  if (part.moved === 'same') return 'Same stage'
  return `${count(Math.abs(part.stages), 'stage')} ${part.moved === 'improved' ? 'up' : 'down'}`
}

/** `From trying to finding what works` */
export const stageWords = ({ firstStage, latestStage }: StarPart): string | null =>
  firstStage === null || latestStage === null || firstStage === latestStage
    ? firstStage
    : `From ${firstStage.toLowerCase()} to ${latestStage.toLowerCase()}`

/** What the family reads: no stages and no words of the service. */
export function familyWords(part: StarPart): string {
  const [was, is] = [part.first.value, part.latest.value]
  if (was === null || is === null) return ''
  return is === was
    ? 'The same'
    : `${is > was ? 'Up' : 'Down'} ${Math.abs(Math.round((is - was) * 100) / 100)}`
}

/** The finding, as the title of a star: `7 of 9 areas moved up`, with how many it rests on. */
export function starFinding({ parts, first, latest, hasStages }: Star): string {
  if (first === null) return 'Nothing to draw yet'
  if (latest === null) return `The first: ${first.known} of ${count(parts.length, 'area')} known`
  const both = parts.filter((part) => part.moved !== null)
  const up = both.filter((part) => part.moved === 'improved').length
  return both.length === 0
    ? 'No area is known both times'
    : `${up} of ${count(both.length, 'area')} ${hasStages ? 'moved up' : 'got better'} (n = ${both.length} known both times)`
}

/** What to know before reading it: both of one day, or areas in no number. */
export function starNotes({ parts, first, latest, hasStages, stagesConfirmed }: Star): string[] {
  const sameDay = first !== null && latest !== null && first.takenOn === latest.takenOn
  const missing = parts.filter((part) => latest !== null && part.moved === null).length
  return [
    ...(sameDay ? ['Both are of the same day: check the dates before reading anything into it.'] : []),
    ...(missing > 0 ? [`${count(missing, 'area')} ${missing === 1 ? 'has' : 'have'} no number at one time or the other. A missing number is never 0.`] : []),
    ...(hasStages && !stagesConfirmed ? ['Which numbers make a stage has not been checked against the licensed guide yet.'] : []),
  ]
} // prettier-ignore
