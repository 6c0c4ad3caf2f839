import { closedGroup, openGroup, workshop, type ReferenceProgramme } from './reference-programme.ts'

const pathway =
  'Named as part of the 0 to 5 Pathway in the Operating Model 2022-24. Length and size are not confirmed.'

/** The 0 to 5 Pathway, and what families do together. */
export const earlyYearsProgrammes: readonly ReferenceProgramme[] = [
  closedGroup({
    name: 'Antenatal Programme',
    audience: 'Expectant parents',
    theme: '0 to 5 Pathway',
    coDelivered: false,
    goals: false,
    colour: 'rose',
    source: pathway,
  }),
  openGroup({
    name: '0 to 2 Pathway',
    audience: 'Parents and carers with a baby or child up to 2',
    theme: '0 to 5 Pathway',
    coDelivered: false,
    goals: false,
    colour: 'gold',
    source: pathway,
  }),
  openGroup({
    name: 'Two to School Pathway',
    audience: 'Parents and carers with a child from 2 until school',
    theme: '0 to 5 Pathway',
    coDelivered: false,
    goals: false,
    colour: 'moss',
    source: pathway,
  }),
  workshop({
    name: 'Weaning group',
    audience: 'Parents and carers with babies',
    theme: '0 to 5 Pathway',
    coDelivered: false,
    colour: 'rust',
    source: pathway,
  }),
  closedGroup({
    name: 'Family learning',
    audience: 'Families',
    theme: 'Learning together',
    coDelivered: false,
    colour: 'plum',
    source: pathway,
  }),
  openGroup({
    name: 'Physical activity',
    audience: 'Families',
    theme: 'Physical activity',
    coDelivered: false,
    goals: false,
    colour: 'slate',
    source: pathway,
  }),
  workshop({
    name: 'Thematic workshop',
    audience: 'Families',
    theme: 'One topic, once',
    colour: 'rose',
    source: 'Operating Model 2022-24, which names no topics. Length and size are not confirmed.',
  }),
]
