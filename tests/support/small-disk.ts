import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A disk of its own in a folder: small enough to be full, and able to become read-only for everybody. */
export interface SmallDisk {
  readonly folder: string
  readonly setReadOnly: (readOnly: boolean) => void
}

const run = (command: string, ...args: string[]) => void execFileSync(command, args, { stdio: 'pipe' })

/** Whether this process may mount a disk: root on Linux, in most containers. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-can-mount-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
    run('umount', folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()

export function aSmallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'gather-disk-'))
  run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)
  onTestFinished(() => {
    run('umount', '-l', folder)
    rmdirSync(folder)
  })
  return {
    folder,
    setReadOnly: (readOnly) => run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
  }
}
