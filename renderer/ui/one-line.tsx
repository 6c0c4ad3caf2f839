import classes from './one-line.module.css'

/**
 * Text on one line of a table's cell, cut with an ellipsis where the column ends; the whole of it shows on hover and is
 * read out. It asks for no width of its own, so the column needs one.
 */
export function OneLine({ children, className = '' }: { children: string; className?: string | undefined }) {
  return (
    <span className={`${classes.oneLine} ${className}`} title={children} data-one-line>
      {children}
    </span>
  )
}
