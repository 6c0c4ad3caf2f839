import type { Client, Contract } from './operation.ts'

/** Sends one call and answers its value, or throws its failure. */
export type Send = (feature: string, name: string, input: unknown) => Promise<unknown>

/** The typed functions of a contract, made by walking it: it has real keys, and answers to no other name. */
export function clientOf<C extends Contract>(contract: C, send: Send): Client<C> {
  const features = Object.entries(contract).map(([feature, operations]) => [
    feature,
    Object.fromEntries(
      Object.keys(operations).map((name) => [name, (input: unknown) => send(feature, name, input)]),
    ),
  ])
  // The walk above gives every key of the contract one function; the data process checks what goes in and out.
  return Object.fromEntries(features) as Client<C>
}
