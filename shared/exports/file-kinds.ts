/** What kinds of files the program makes and remembers, as people call them. */
export const fileKinds = {
  'group-workbook': 'Workbook of a group',
  'old-workbook': 'Group in the layout of the old workbook',
  list: 'List',
  report: 'Report',
  usage: 'Use of buildings',
  county: 'County workbook',
  'long-tables': 'Long tables for analysts',
  keys: 'Keys of long tables',
  synergy: 'Hand-over to Synergy',
  mosaic: 'Summary for Mosaic',
  person: 'Record of a person',
  certificates: 'Certificates of attendance',
} as const
export type FileKind = keyof typeof fileKinds

/** The row of About with the number of the file, by which the program knows it again; and the one with its hash. */
export const FILE_NUMBER = 'File number'
export const FINGERPRINT = 'Fingerprint'
