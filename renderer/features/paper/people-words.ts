interface Collection {
  readonly mayCollect: readonly string[]
  readonly mustNotCollect: boolean
}

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `Collected by Asha Patel or Dev Patel. Collection: ask the lead`; nothing where nobody was asked. Who must not is never named on paper. */
export function collectionWords({ mayCollect, mustNotCollect }: Collection): string {
  const by = mayCollect.length === 0 ? [] : [`Collected by ${anyOf.format(mayCollect)}`]
  return [...by, ...(mustNotCollect ? ['Collection: ask the lead'] : [])].join('. ')
}
