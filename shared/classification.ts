/** Printed on everything that names people and leaves the screen. */
export const CLASSIFICATION = 'OFFICIAL-SENSITIVE: personal information'

/** On what is for staff and names nobody who is helped: rooms, hours, who leads. */
export const FOR_STAFF = 'OFFICIAL: for staff'

/** On what may hang on a door. */
export const MAY_BE_SHOWN = 'OFFICIAL: may be displayed'
