/** The build makes the module a bundle of its own, and the import its path. */
declare module '*?modulePath' {
  const path: string
  // The import names nothing: that is the form the build tool knows.
  // oxlint-disable-next-line import/no-default-export
  export default path
}
