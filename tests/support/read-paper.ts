import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How many sheets of paper a PDF is. */
export const sheetsOf = (pdf: string): number =>
  readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Whether this computer can read the words of a PDF back. */
export const canReadPdf: boolean = spawnSync('pdftotext', ['-v']).error === undefined

/** The words of a PDF, with single spaces: as they follow each other on the page. */
export const wordsOf = (pdf: string): string =>
  execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
