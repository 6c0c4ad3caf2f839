const Database = require('better-sqlite3')

/** The usual driver, which tells `heard` each statement as it is run, with its values in it. */
module.exports = class extends Database {
  static heard = null

  constructor(file, options) {
    super(file, { ...options, verbose: (sql) => module.exports.heard?.(sql) })
  }
}
