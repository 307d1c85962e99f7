/** Whether this entry of the navigation leads to where the reader is, or to what that belongs to. */
export const isCurrent = (href: string, path: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`))
