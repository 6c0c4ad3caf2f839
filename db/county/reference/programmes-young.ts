import { closedGroup, openGroup, type ReferenceProgramme } from './reference-programme.ts'

/** For children and young people. Upper ages are not given: the service itself is for 0 to 19, to 25 with SEND. */
export const youngProgrammes: readonly ReferenceProgramme[] = [
  closedGroup({
    name: 'Feeling Safe',
    publicTitle: 'Junior activity group',
    audience: 'Children',
    theme: 'Children who have experienced or witnessed domestic abuse',
    ageFrom: 8,
    sensitive: true,
    colour: 'teal',
    source:
      'Age 8 and over: Operating Model 2022-24. Length, size and upper age are not confirmed; an earlier Blaby programme of the same name ran for ten weeks.',
  }),
  closedGroup({
    name: 'Bounce Back',
    audience: 'Children',
    theme: 'Emotional health and wellbeing',
    colour: 'indigo',
    source: 'Operating Model 2022-24. Ages, length and size are not confirmed.',
  }),
  closedGroup({
    name: 'Knowing the Risk',
    publicTitle: 'Young people’s activity group',
    audience: 'Children',
    theme: 'Risk-taking activities and negative peer associations',
    ageFrom: 8,
    sensitive: true,
    colour: 'plum',
    source: 'Age 8 and over: Operating Model 2022-24. Length, size and upper age are not confirmed.',
  }),
  openGroup({
    name: 'SEND Group',
    publicTitle: 'Youth group',
    audience: 'Young people with special educational needs or disabilities',
    theme: 'Youth group',
    sensitive: true,
    colour: 'moss',
    source: 'Operating Model 2022-24. Ages, length and size are not confirmed.',
  }),
  openGroup({
    name: 'Young Carers Group',
    publicTitle: 'Young carers group',
    audience: 'Children and young people who care for family members',
    theme: 'Youth group',
    colour: 'gold',
    source:
      'Operating Model 2022-24; scrutiny report, September 2020. Ages, how often it meets and size are not confirmed.',
  }),
  openGroup({
    name: 'Youth support group',
    audience: 'Young people',
    theme: 'Youth support',
    colour: 'blue',
    source: 'Named in the scrutiny report, September 2020. Nothing else about it is confirmed.',
  }),
]
