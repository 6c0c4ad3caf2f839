import { removeRow, setRow, unasked, type Part } from './step.ts'

/** What simply goes over to the record that is kept: it says nothing that the other could contradict. */
export const movedPart: Part = async (db, { kept, gone }) => {
  const person_id = kept.id
  const contacts = await db.selectFrom('contact').select('id').where('person_id', '=', gone.id).execute()
  const alerts = await db.selectFrom('alert_note').select('id').where('person_id', '=', gone.id).execute()
  const corrections = await db.selectFrom('mark_correction').select('id').where('person_id', '=', gone.id).execute() // prettier-ignore
  return [
    ...contacts.map(({ id }) => unasked(({ tx }) => setRow(tx, 'contact', id, { person_id }))),
    ...alerts.map(({ id }) => unasked(({ tx }) => setRow(tx, 'alert_note', id, { person_id }))),
    ...corrections.map(({ id }) => unasked(({ tx }) => setRow(tx, 'mark_correction', id, { person_id }))),
  ]
}

/** Sessions that only those invited come to: invited once. */
export const inviteesPart: Part = async (db, { kept, gone }) => {
  const rows = await db.selectFrom('session_invitee').selectAll().where('person_id', 'in', [kept.id, gone.id]).orderBy('id').execute() // prettier-ignore
  const invited = new Set(rows.filter((row) => row.person_id === kept.id).map((row) => row.session_id))
  return rows
    .filter((row) => row.person_id === gone.id)
    .map(({ id, session_id }) =>
      unasked(
        ({ tx }) =>
        invited.has(session_id) ? removeRow(tx, 'session_invitee', id) : setRow(tx, 'session_invitee', id, { person_id: kept.id }), // prettier-ignore
      ),
    )
}
