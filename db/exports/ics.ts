import ical, {
  escape,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import type { CalendarEvent } from '../../shared/exports/calendar-events.ts'

/**
 * The text of an .ics file; the one place that knows the library. Every time is a UTC instant: the calendar must not be
 * given a zone of its own, because the library would then write times without either zone or Z.
 */
export function toIcs(name: string, events: readonly CalendarEvent[], now: string): string {
  const calendar = ical({
    // The library folds it and does not escape it.
    name: escape(name, false),
    prodId: { company: 'Gather', product: 'Rooms and groups', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const event of events) calendar.createEvent(toVevent(event, now))
  return `${calendar.toString()}\r\n`
}

function toVevent(event: CalendarEvent, now: string): ICalEventData {
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(now),
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    lastModified: event.changedAt === null ? null : new Date(event.changedAt),
    summary: event.title,
    location: event.place === '' ? null : event.place,
    status: statuses[event.status],
    // Only what is certain takes the time of the person whose calendar it is in.
    transparency: event.status === 'confirmed' ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT, // prettier-ignore
    busystatus: busy[event.status],
    class: event.private ? ICalEventClass.PRIVATE : null,
  }
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const
const busy = {
  confirmed: ICalEventBusyStatus.BUSY,
  tentative: ICalEventBusyStatus.TENTATIVE,
  cancelled: ICalEventBusyStatus.FREE,
} as const
