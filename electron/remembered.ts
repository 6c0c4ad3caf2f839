import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const whole = z.number().int()
const rememberedSchema = z.strictObject({
  place: z.strictObject({ x: whole, y: whole, width: whole, height: whole }).optional(),
  maximized: z.boolean().optional(),
  lastFolder: z.string().optional(),
})
export type Remembered = z.infer<typeof rememberedSchema>

/** Small things kept between runs on this computer. */
export interface Memory {
  read(): Remembered
  write(change: Partial<Remembered>): void
}

/** A file that is missing or spoilt is the same as nothing remembered: none of it is worth stopping for. */
export function openMemory(file: string): Memory {
  const read = (): Remembered => {
    try {
      return rememberedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return {}
    }
  }
  const write = (change: Partial<Remembered>) => {
    try {
      writeFileSync(file, JSON.stringify({ ...read(), ...change }))
    } catch {
      // A folder that cannot be written to will say so where it matters: at the database.
    }
  }
  return { read, write }
}
