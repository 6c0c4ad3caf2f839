import { sql } from 'kysely'

/**
 * What a group is called where others can read the screen, such as Today at a front desk: its public title if being on
 * its register tells something, else its name. Needs programme_group and programme in the query.
 */
export const openName = sql<string>`CASE WHEN programme.sensitive = 1 THEN programme_group.public_title ELSE programme_group.name END`
