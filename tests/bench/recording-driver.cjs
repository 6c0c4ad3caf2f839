const Database = require('better-sqlite3')

/** The usual driver, which tells `heard` each statement that reads as it is run, with its values. */
module.exports = class extends Database {
  static heard = null

  prepare(sql) {
    const statement = super.prepare(sql)
    if (!statement.reader) return statement
    const all = statement.all.bind(statement)
    statement.all = (values) => {
      module.exports.heard?.({ sql, values })
      return all(values)
    }
    return statement
  }
}
