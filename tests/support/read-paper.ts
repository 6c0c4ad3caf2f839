import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How many sheets of paper a PDF is. */
export const sheetsOf = (pdf: string): number =>
  readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Whether this computer can read the words of a PDF back. */
export const canReadPdf: boolean = spawnSync('pdftotext', ['-v']).error === undefined

const unspaced = (text: string) => text.replace(/\s+/g, '')

/** Whether a PDF says something. Only the letters count: where the spaces between them are is for the eye to see. */
export const says = (pdf: string, words: string): boolean =>
  unspaced(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })).includes(unspaced(words))
