import type { Programme } from './programmes.contract.ts'

type Content = Omit<Programme, 'id' | 'edition' | 'version'>

/**
 * What somebody who may not see people is told of a sensitive programme: its neutral title, and nothing that says what
 * it is about. The groups of a programme that is named are known, and with them where and when its people come.
 */
export const programmeOnTheDoor = <P extends Content>(programme: P, title = programme.publicTitle): P => ({
  ...programme,
  name: title,
  publicTitle: title,
  audience: null,
  theme: null,
  source: null,
  colour: 'slate',
  sessions: [],
  measures: [],
  linkedProgrammeId: null,
})
