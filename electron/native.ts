import type { WebContents } from 'electron'
import { z } from 'zod'
import type { NativeAnswers, NativeCalls } from '../shared/wire.ts'

const filtersOf = <E extends string>(endings: readonly [E, ...E[]]) =>
  z
    .array(z.strictObject({ name: z.string(), extensions: z.array(z.enum(endings)).min(1).readonly() }))
    .min(1)
    .readonly()
/** Nothing that a computer runs: a page that was taken over can neither save nor open a program. */
const toSave = filtersOf(['xlsx', 'csv', 'pdf', 'ics'])
const toOpen = filtersOf(['xlsx', 'xlsm', 'xls', 'csv', 'tsv', 'txt'])
const title = z.string().max(200)
const grant = z.uuid()

/** What the page may ask of the operating system, checked before anything is done. */
export const nativeRequestSchema = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('openFile'), input: z.strictObject({ title, filters: toOpen }) }),
  z.strictObject({
    call: z.literal('saveFile'),
    input: z.strictObject({ title, filters: toSave, suggestedName: z.string().min(1).max(200) }),
  }),
  z.strictObject({
    call: z.literal('print'),
    // Print pages only: a print of a screen would have its rail and its buttons.
    input: z.strictObject({
      route: z
        .string()
        .max(8000)
        .regex(/^\/print\/[^#\s]*$/),
      pdf: grant.exactOptional(),
    }),
  }),
  z.strictObject({ call: z.literal('openSaved'), input: z.strictObject({ grant }) }),
  z.strictObject({ call: z.literal('about'), input: z.strictObject({}) }),
])
export type NativeRequest = z.infer<typeof nativeRequestSchema>

export type NativeHandlers = {
  readonly [K in keyof NativeCalls]: (page: WebContents, input: NativeCalls[K]) => Promise<NativeAnswers[K]>
}
