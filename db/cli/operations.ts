import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import type { Kind, Operation } from '../../shared/operation.ts'
import type { Permission } from '../../shared/permissions.ts'

type Schema = z.core.JSONSchema.BaseSchema

/** One operation as a script sees it. */
export interface Described {
  readonly name: string
  readonly kind: Kind
  readonly permission: Permission
  readonly label: string
  readonly input: Schema
  readonly output: Schema
}

const features: Readonly<Record<string, Readonly<Record<string, Operation>>>> = contract

/** Both are shown as they travel: what a caller may leave out is not required of them. */
const schema = (type: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(type, { io, unrepresentable: 'any' })

const describe = (name: string, { kind, permission, label, input, output }: Operation): Described => ({
  name,
  kind,
  permission,
  label,
  input: schema(input, 'input'),
  output: schema(output, 'output'),
})

/** Every operation, in the order of the contract; `only` keeps one feature's, or one. */
export function describeOperations(only?: string): Described[] {
  return Object.entries(features)
    .flatMap(([feature, operations]) =>
      Object.entries(operations).map(([name, operation]) => [`${feature}.${name}`, operation] as const),
    )
    .filter(([name]) => only === undefined || name === only || name.startsWith(`${only}.`))
    .map(([name, operation]) => describe(name, operation))
}

/** The operation of that name, by the contract's own names only. */
export function findOperation(name: string): { feature: string; operation: string; found: Operation } | null {
  const [feature = '', operation = '', ...more] = name.split('.')
  const operations = Object.hasOwn(features, feature) ? features[feature] : undefined
  const found = operations && Object.hasOwn(operations, operation) ? operations[operation] : undefined
  return found && more.length === 0 ? { feature, operation, found } : null
}

/** Whether its input has a place for a file that was chosen. */
export function takesFile({ input }: Operation): boolean {
  const { properties, anyOf = [], oneOf = [] } = schema(input, 'input')
  const shapes = [{ properties }, ...anyOf, ...oneOf]
  return shapes.some((shape) => typeof shape === 'object' && Object.hasOwn(shape.properties ?? {}, 'grant'))
}
