import { z } from 'zod'
import { command, query } from '../operation.ts'

/** How long an offer stands unless said otherwise, and how long it takes from one building to another. */
export const enrolmentSettingsSchema = z.strictObject({
  offerDays: z
    .int('Enter a whole number of days.')
    .min(1, 'Enter at least 1 day.')
    .max(60, 'Enter 60 days or fewer.'),
  travelMinutes: z
    .int('Enter a whole number of minutes.')
    .min(0, 'Enter 0 minutes or more.')
    .max(180, 'Enter 180 minutes or fewer.'),
})
export type EnrolmentSettings = z.infer<typeof enrolmentSettingsSchema>

/** Not from any source: a service may set its own. */
export const usualEnrolmentSettings: EnrolmentSettings = { offerDays: 7, travelMinutes: 30 }

export const settingOperations = {
  settings: query({
    permission: 'settings.view',
    label: 'See the settings of offers',
    input: z.strictObject({}),
    output: enrolmentSettingsSchema,
  }),
  updateSettings: command({
    permission: 'programmes.edit',
    label: 'Change the settings of offers',
    input: enrolmentSettingsSchema,
    output: enrolmentSettingsSchema,
  }),
} as const
