import type { Failure } from './errors.ts'
import type { Progress } from './progress.ts'

/** What every call answers with: failures are data. */
export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure }

/** Calls go over one channel, with the operation's name as data. */
export const INVOKE_CHANNEL = 'gather:invoke'
/** Stops a call of the same page, by the name it gave it. */
export const CANCEL_CHANNEL = 'gather:cancel'
/** How far a call of the page is. */
export const PROGRESS_CHANNEL = 'gather:progress'
/** Something was written, here or by another program: see decision 0006. */
export const CHANGED_CHANNEL = 'gather:changed'
/** A menu command for the page to carry out, by name. */
export const MENU_CHANNEL = 'gather:menu'
/** What only the operating system can do: dialogs, printing, opening a saved file. */
export const NATIVE_CHANNEL = 'gather:native'

/**
 * A path that the person chose in a system dialog, held by the main process. The page gets only this
 * ticket and the file's own name; it can be used once.
 */
export interface FileGrant {
  readonly grant: string
  readonly fileName: string
}

export interface FileFilter {
  readonly name: string
  readonly extensions: readonly string[]
}

/** What the page may ask of the operating system. */
export interface NativeCalls {
  readonly openFile: { readonly title: string; readonly filters: readonly FileFilter[] }
  readonly saveFile: {
    readonly title: string
    readonly suggestedName: string
    readonly filters: readonly FileFilter[]
  }
  /** Prints the print page at this route of the program; `pdf` saves it to a granted file instead. */
  readonly print: { readonly route: string; readonly pdf?: string }
  /** Shows a saved file (by its used save grant) in its own program. */
  readonly openSaved: { readonly grant: string }
  /** Words for About: program version, and a warning when the runtime is only for evaluation. */
  readonly about: Record<string, never>
}

export interface NativeAnswers {
  /** null when the person closed the dialog. */
  readonly openFile: FileGrant | null
  readonly saveFile: FileGrant | null
  readonly print: { readonly done: boolean }
  readonly openSaved: { readonly done: boolean }
  readonly about: { readonly version: string; readonly runtime: string; readonly evaluation: string | null }
}

/** A native call's answer as it travels. The bridge turns a failure into an Error with this message. */
export type NativeReply<K extends keyof NativeAnswers> =
  { readonly ok: true; readonly value: NativeAnswers[K] } | { readonly ok: false; readonly message: string }

export type MenuCommand =
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'run'
      readonly name:
        'palette' | 'find' | 'new' | 'undo' | 'redo' | 'print' | 'shortcuts' | 'about' | 'refresh'
    }

/** How far a call is, by the name that the page gave it. */
export interface CallProgress extends Progress {
  readonly call: string
}

/** All that the sandboxed page can reach: see electron/preload.ts. */
export interface Bridge {
  /** `call` is the page's own name for a call that it wants to follow or stop. */
  readonly invoke: (feature: string, name: string, input: unknown, call?: string) => Promise<Reply>
  readonly cancel: (call: string) => void
  readonly onProgress: (listener: (progress: CallProgress) => void) => () => void
  readonly native: <K extends keyof NativeCalls>(call: K, input: NativeCalls[K]) => Promise<NativeAnswers[K]>
  readonly onChanged: (listener: () => void) => () => void
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void
}

/** Messages between the main process and the data process. */
export type ToData =
  | {
      readonly kind: 'call'
      readonly id: number
      readonly session: number
      readonly feature: string
      readonly name: string
      readonly input: unknown
    }
  /** Only a call of the same session is stopped. */
  | { readonly kind: 'cancel'; readonly id: number; readonly session: number }
  /** A path the person chose, and what it may be used for, once. */
  | { readonly kind: 'grant'; readonly grant: string; readonly path: string; readonly mode: 'read' | 'write' }
  | { readonly kind: 'close-session'; readonly session: number }
  | { readonly kind: 'stop' }
export type FromData =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'changed' }
