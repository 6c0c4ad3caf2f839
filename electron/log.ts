import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** For whoever started the program from a terminal. */
export const announce = (line: string) => console.log(line)

const limit = 2 * 1024 * 1024

/**
 * Writes lines to gather.log in the data folder and to the console. When the file has grown large at the
 * start of a run, it becomes gather.old.log: two files at most, and the last run is always in one of them.
 */
export function openLog(folder: string): (line: string) => void {
  const file = join(folder, 'gather.log')
  setAsideIfLarge(file, join(folder, 'gather.old.log'))
  return (line) => {
    const stamped = `${new Date().toISOString()} ${line}`
    console.error(stamped)
    try {
      appendFileSync(file, `${stamped}\n`)
    } catch (error) {
      // A full disk must not turn one fault into two.
      console.error('The log could not be written.', error)
    }
  }
}

function setAsideIfLarge(file: string, old: string): void {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit) renameSync(file, old)
  } catch {
    // Held by another program for a moment: a log that grows is better than a program that does not open.
  }
}
