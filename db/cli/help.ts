export const help = `Gather from the command line: everything the window can do.

  cli -- <feature>.<operation> ['<json>' | @file | -] --db FILE --as NAME
  cli -- operations [<feature>[.<operation>]]
  cli -- init --db FILE --as NAME [--sample]

The answer is printed as JSON. A failure is printed as JSON on standard error, and the exit code is 1.
An exit code of 2 means that the command itself was not understood.

The input is JSON in quotation marks, @file to read it from a file, or - to read it from standard input;
without it, it is {}. "operations" lists what there is, with the JSON schemas of what goes in and comes out.

  --db FILE     the county's file
  --as NAME     who is asking; their passphrase is read from GATHER_PASSPHRASE, or asked for
  --file PATH   for an operation that reads a file
  --out PATH    for an operation that writes one
  --details     with a failure, also what it clashed with; it can hold people's names
  --progress    say on standard error how far a long task is; Ctrl+C stops it, and no file is left
  --sample      with init: an invented county to try things in
  --help        this page
`
