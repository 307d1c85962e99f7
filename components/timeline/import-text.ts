import { useTranslations } from 'next-intl'
import { placeOf } from '#components/incidents/points.ts'
import { formats } from '#lib/timeline/transcripts/said.ts'

const plain = [
  ...(['transcript', 'transcriptHint', 'file', 'fileHint', 'zone', 'zoneHint', 'day', 'dayHint', 'dates'] as const),
  ...(['datesHint', 'look', 'again', 'allRead', 'names', 'namesHint', 'name', 'said', 'role', 'rename'] as const),
  ...(['spokenTo', 'keep', 'preview', 'time', 'who', 'what', 'reason'] as const),
]

/** The words the importing island needs, gathered on the server. Counts are filled in by the island. */
export function useImportText({ zone, reader }: { zone: string; reader: string }) {
  const t = useTranslations('timeline.import')
  const words = Object.fromEntries(plain.map((key) => [key, t(key)])) as Record<(typeof plain)[number], string>
  const zones = [
    { value: zone, label: t('zoneIncident', { place: placeOf(zone) }) },
    ...(reader === zone ? [] : [{ value: reader, label: t('zoneMine', { place: placeOf(reader) }) }]),
    ...(zone === 'UTC' || reader === 'UTC' ? [] : [{ value: 'UTC', label: 'UTC' }]),
  ]
  const dates = [
    { value: '', label: t('datesOpen') },
    { value: 'day_first', label: t('dayFirst') },
    { value: 'month_first', label: t('monthFirst') },
  ]
  return { ...words, zones, dateChoices: dates, formats, incidentZone: zone }
}

export type ImportText = ReturnType<typeof useImportText>
