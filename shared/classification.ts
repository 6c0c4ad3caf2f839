/** Printed on everything that names people and leaves the screen. */
export const CLASSIFICATION = 'OFFICIAL-SENSITIVE: personal information'
