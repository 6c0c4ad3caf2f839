import { app } from 'electron'
import type { NativeAnswers } from '../shared/wire.ts'

const evaluationWords =
  'Evaluation runtime: for development and a first look only. It gets no security updates and the file is not encrypted.'

/** Set by the file that starts the evaluation runtime; a packaged program never runs on it. */
const onEvaluationRuntime = () => !app.isPackaged && process.env.GATHER_EVALUATION_RUNTIME === '1'

/** The words for About, and for the console when the program starts. */
export function about(): NativeAnswers['about'] {
  const { electron, chrome, node } = process.versions
  return {
    version: app.getVersion(),
    runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    evaluation: onEvaluationRuntime() ? evaluationWords : null,
  }
}
