/** Rules of this house that no linter ships. Each says what to do instead. */

const clockNames = new Map([
  ['Date', ['now']],
  ['Temporal', ['Now']],
  ['performance', ['now']],
])

/** The clock comes in from the edge, as `context.now`: a rule that asks for the time cannot be tested at all times. */
const noClock = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'Nobody asks for the time here. Take it from the context, or as an argument.',
      })
    return {
      NewExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
          report(node)
      },
      MemberExpression: (node) => {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
        if (clockNames.get(node.object.name)?.includes(node.property.name)) report(node)
      },
    }
  },
}

/** A type assertion switches the compiler off, so it stands beside the reason why that is right. */
const reasonForAs = {
  create(context) {
    const commented = new Set()
    return {
      Program: () => {
        for (const comment of context.sourceCode.getAllComments())
          for (let line = comment.loc.start.line; line <= comment.loc.end.line + 1; line++)
            commented.add(line)
      },
      TSAsExpression: (node) => {
        const isConst =
          node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.name === 'const'
        if (isConst || commented.has(node.loc.start.line) || commented.has(node.loc.end.line)) return
        context.report({
          node,
          message:
            'Parse instead of asserting a type, or write the reason in a comment beside the assertion.',
        })
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { 'no-clock': noClock, 'reason-for-as': reasonForAs } }
