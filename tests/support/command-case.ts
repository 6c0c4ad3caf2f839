import type { TestCounty } from './test-county.ts'

/** Sets a county up for one command, and answers the call that carries it out. */
export type Case = (county: TestCounty) => Promise<() => Promise<unknown>>
