import { addDays, dateFromLocal, instantInZone } from '#lib/time.ts'

/** Weeks begin on Monday. */
export const mondayOf = (date: string): string => addDays(date, -((dateFromLocal(date).getUTCDay() + 6) % 7))

/** The first moment of a day in a zone; where clocks skip midnight, the first that exists. */
export const startOfDay = (date: string, zone: string): Date =>
  instantInZone(`${date}T00:00`, zone) ?? instantInZone(`${date}T01:00`, zone) ?? dateFromLocal(date)
