import ICAL from 'ical.js'

/** An entry of a calendar file as another program reads it. */
export interface ReadEvent {
  readonly uid: string
  readonly sequence: number
  readonly title: string
  readonly place: string | null
  readonly status: string | null
  /** UTC instants. */
  readonly startsAt: string
  readonly endsAt: string
  readonly changedAt: string | null
}

/** Reads a calendar file with a parser that is not the library that wrote it. */
export function readCalendarText(text: string): { readonly method: unknown; readonly events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const instant = (time: ICAL.Time) => time.toJSDate().toISOString()
  const events = calendar.getAllSubcomponents('vevent').map((component): ReadEvent => {
    const event = new ICAL.Event(component)
    const changed: unknown = component.getFirstPropertyValue('last-modified')
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      place: event.location,
      status: String(component.getFirstPropertyValue('status')),
      startsAt: instant(event.startDate),
      endsAt: instant(event.endDate),
      changedAt: changed instanceof ICAL.Time ? instant(changed) : null,
    }
  })
  return { method: calendar.getFirstPropertyValue('method'), events }
}
