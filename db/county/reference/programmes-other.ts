import { closedGroup, type ReferenceProgramme } from './reference-programme.ts'

const evidenceBased =
  'Referred to as evidence-based practice in the scrutiny pack, March 2019. Whether the service runs it as a group, and how, is not confirmed.'

/** Referred to in the papers, without a description. */
export const otherProgrammes: readonly ReferenceProgramme[] = [
  closedGroup({
    name: 'Freedom Programme',
    publicTitle: 'Adult learning group',
    audience: 'Adults',
    theme: 'Domestic abuse',
    sensitive: true,
    coDelivered: false,
    colour: 'rose',
    source: evidenceBased,
  }),
  closedGroup({
    name: 'Domestic abuse and parenting programme',
    publicTitle: 'Parents’ group',
    audience: 'Parents and carers',
    theme: 'Domestic abuse and parenting',
    sensitive: true,
    coDelivered: false,
    colour: 'blue',
    source:
      'Domestic abuse centred and parenting programmes are named in the scrutiny report, September 2020. Nothing else about them is confirmed.',
  }),
  closedGroup({
    name: 'Substance misuse programme',
    publicTitle: 'Adult course',
    audience: 'Adults',
    theme: 'Substance misuse',
    sensitive: true,
    coDelivered: false,
    colour: 'slate',
    source: evidenceBased,
  }),
  closedGroup({
    name: 'Theraplay',
    audience: 'Adults',
    coDelivered: false,
    colour: 'plum',
    source: evidenceBased,
  }),
]
