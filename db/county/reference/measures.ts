import { feedbackMeasures } from './measures-feedback.ts'
import { goalMeasures } from './measures-goals.ts'
import { sdqMeasures } from './measures-sdq.ts'
import { starMeasures } from './measures-star.ts'
import { wellbeingMeasures } from './measures-wellbeing.ts'
import { youngCarerMeasures } from './measures-young-carers.ts'
import type { ReferenceMeasure } from './reference-measure.ts'

export type { ReferenceMeasure } from './reference-measure.ts'
export { goalBasedOutcomes, wellbeingScale } from './measures-goals.ts'

/** The library: every measure that the program knows. */
export const library: readonly ReferenceMeasure[] = [
  ...goalMeasures,
  ...starMeasures,
  ...sdqMeasures,
  ...wellbeingMeasures,
  ...youngCarerMeasures,
  ...feedbackMeasures,
]

/** What a new county has: the library, less the other edition of a tool that it has already. */
export const measures: readonly ReferenceMeasure[] = library.filter((one) => one.key !== 'family-star-plus-2')
