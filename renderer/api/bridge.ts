import type { Bridge } from '../../shared/wire.ts'

declare global {
  interface Window {
    /** Put there by the preload: all that this page can reach. */
    readonly bridge: Bridge
  }
}

/** What only the operating system can do: dialogs, printing, opening a saved file. */
export const native: Bridge['native'] = (call, input) => window.bridge.native(call, input)
