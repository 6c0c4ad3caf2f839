// The evaluation runtime has no default app: it runs whatever lies in its resources/app, which is this file.
// It stands in for `electron .` and says where the SQLite driver made for this runtime is.
const { app } = require('electron')
const { join } = require('node:path')

const runtime = join(__dirname, '..', '..')
const project = process.env.GATHER_PROJECT ?? join(runtime, '..', '..')
const description = require(join(project, 'package.json'))

process.env.GATHER_EVALUATION_RUNTIME = '1'
process.env.GATHER_SQLITE_DRIVER ??= join(runtime, 'sqlite')
process.env.GATHER_SQLITE_BINDING ??= join(runtime, 'sqlite', 'build', 'Release', 'better_sqlite3.node')
app.setAppPath(project)
app.setName(description.productName)
app.setVersion(description.version)
require(join(project, description.main))
