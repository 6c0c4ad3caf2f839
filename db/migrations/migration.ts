/** One step from one layout of the file to the next. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}
