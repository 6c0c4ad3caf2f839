import { callTask } from './client.ts'
import type { Feature, Input, Output, TaskName } from './client.ts'
import { notifyUnderWay } from './notify.tsx'
import { smallStore } from './small-store.ts'
import { TaskProgress } from '../ui/task-progress.tsx'
import type { Progress } from '../../shared/progress.ts'

/** Work that is over sooner is not worth a word. */
const SHOWN_AFTER = 300

const start: Progress = { done: 0, total: null, words: 'Reading' }

/**
 * Does a task that may take long: after a moment a quiet bar says how far it is, with a way to stop it, and the window
 * stays usable. `label` says what is made: `Making the county workbook`. Throws as every call does, CANCELLED when it
 * was stopped.
 */
export async function runTask<F extends Feature, N extends TaskName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
  label: string,
): Promise<Output<F, N>> {
  const call = crypto.randomUUID()
  const progress = smallStore(start)
  const stopHearing = window.bridge.onProgress((told) => {
    if (told.call === call) progress.set(told)
  })
  let unsay = () => {}
  const shown = setTimeout(() => {
    const cancel = () => window.bridge.cancel(call)
    unsay = notifyUnderWay(<TaskProgress label={label} progress={progress} onCancel={cancel} />)
  }, SHOWN_AFTER)
  try {
    return await callTask([feature, name, input], call)
  } finally {
    clearTimeout(shown)
    stopHearing()
    unsay()
  }
}
