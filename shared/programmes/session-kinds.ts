/** What kind of meeting a session is. A phone call or a home visit is with one family; it is no row of the group's register. */
export const sessionKinds = ['group', 'phone', 'home-visit', 'workshop'] as const
export type SessionKind = (typeof sessionKinds)[number]
export const sessionKindLabels: Readonly<Record<SessionKind, string>> = {
  group: 'Group session',
  phone: 'Phone call',
  'home-visit': 'Home visit',
  workshop: 'Workshop',
}

/** How a group or one of its sessions meets. Materials sent never count as having come. */
export const deliveryModes = ['in-person', 'online', 'phone', 'materials'] as const
export type DeliveryMode = (typeof deliveryModes)[number]
export const deliveryModeLabels: Readonly<Record<DeliveryMode, string>> = {
  'in-person': 'In person',
  online: 'Online',
  phone: 'By phone',
  materials: 'Materials sent',
}

/** The part that somebody had in delivering a session. */
export const sessionParts = ['lead', 'support', 'volunteer'] as const
export type SessionPart = (typeof sessionParts)[number]
export const sessionPartLabels: Readonly<Record<SessionPart, string>> = {
  lead: 'Led',
  support: 'Helped',
  volunteer: 'Volunteered',
}
