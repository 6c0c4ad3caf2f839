import { earlyYearsProgrammes } from './programmes-early-years.ts'
import { otherProgrammes } from './programmes-other.ts'
import { parentingProgrammes } from './programmes-parenting.ts'
import { youngProgrammes } from './programmes-young.ts'
import type { ReferenceProgramme } from './reference-programme.ts'

/** Every programme that the service's papers name. The catalogue is reviewed all the time, so each can be changed. */
export const programmes: readonly ReferenceProgramme[] = [
  ...youngProgrammes,
  ...parentingProgrammes,
  ...earlyYearsProgrammes,
  ...otherProgrammes,
]
