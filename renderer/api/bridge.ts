import type { Bridge } from '../../shared/wire.ts'

declare global {
  interface Window {
    /** Put there by the preload: all that this page can reach. */
    readonly bridge: Bridge
  }
}
