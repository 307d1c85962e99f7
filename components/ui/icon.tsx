import type { IconNode } from 'lucide'
import { createElement } from 'react'

/**
 * `<Icon icon={Search} />` with `import { Search } from 'lucide'`: the data of the drawing, not a React component, so
 * an icon in a server component sends nothing to the browser. Without a label it is decoration and stays silent.
 */
export function Icon({ icon, label, className = '' }: { icon: IconNode; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`icon ${className}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {icon.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: `${tag}${index}` }))}
    </svg>
  )
}
