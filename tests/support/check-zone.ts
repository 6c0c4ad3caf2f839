/** If a test process did not take its time zone, the runs under other zones would prove nothing. */
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone !== process.env['TZ'])
  throw new Error(`The tests should run in ${process.env['TZ']} and run in ${zone}.`)
