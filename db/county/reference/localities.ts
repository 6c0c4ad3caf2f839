/**
 * The five localities of the Operating Model 2022-24, the half each lies in, and every way the service's own papers
 * and spreadsheets write them. One is named by a list of places with commas in it, so a name is looked up
 * whole and never split.
 */
export interface ReferenceLocality {
  readonly name: string
  readonly half: 'east' | 'west'
  readonly aliases: readonly string[]
}

export const localities: readonly ReferenceLocality[] = [
  { name: 'Charnwood', half: 'east', aliases: [] },
  {
    name: 'Melton and Harborough',
    half: 'east',
    aliases: ['Melton & Harborough', 'Market Harborough and Melton', 'Mkt Harb & Melton'],
  },
  {
    name: 'North West Leicestershire',
    half: 'west',
    aliases: ['North West Leicester', 'N W Leics', 'NWL'],
  },
  { name: 'Hinckley and Bosworth', half: 'west', aliases: ['Hinckley & Bosworth', 'Hinckley'] },
  {
    name: 'Blaby, Oadby and Wigston',
    half: 'west',
    aliases: [
      'Blaby Oadby and Wigston',
      'Blaby, Oadby, Wigston',
      'Blaby, Oadby & Wigston',
      'Blaby/O&W',
      'BOW',
    ],
  },
]
