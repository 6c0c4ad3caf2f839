/**
 * The computer's clock; or, where `start` (an instant) is given, one that began there when the program did and goes
 * on at the same speed, so that tests and the demonstration can stand on a day of their choosing.
 */
export function clockFrom(start: string | null): () => Date {
  if (start === null) return () => new Date()
  const ahead = new Date(start).getTime() - Date.now()
  return () => new Date(Date.now() + ahead)
}
