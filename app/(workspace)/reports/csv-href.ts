/** Where the figures behind one picture can be had, of the same slice. */
export const csvOf = (report: 'action-items' | 'incidents', chosen: Record<string, unknown>) => (table: string) => {
  const given = Object.entries(chosen).flatMap(([key, value]) => (value ? [[key, String(value)]] : []))
  return `/reports/${report}/csv?${new URLSearchParams([...given, ['table', table]])}`
}
