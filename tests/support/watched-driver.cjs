const Database = require('better-sqlite3')

/** The usual driver, whose connections a test can reach: to make one of them run out of room. */
module.exports = class extends Database {
  static opened = []

  constructor(file, options) {
    super(file, options)
    module.exports.opened.push(this)
  }
}
