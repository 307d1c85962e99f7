import { useTranslations } from 'next-intl'
import { optionsOf } from '#lib/options.ts'
import { entryKinds } from '#lib/timeline/model.ts'

/** The words the pasting island needs, gathered on the server. */
export function usePasteText(zone: string) {
  const t = useTranslations('timeline.paste')
  return {
    title: t('title'),
    addTitle: t('addTitle'),
    lines: t('lines'),
    hint: t('hint', { zone }),
    day: t('day'),
    dayHint: t('dayHint'),
    look: t('look'),
    again: t('again'),
    save: t('save'),
    at: t('at'),
    kind: t('kind'),
    text: t('text'),
    newDay: t('newDay'),
    back: t('back'),
    left: t('left'),
    kinds: optionsOf(entryKinds),
  }
}

export type PasteText = ReturnType<typeof usePasteText>
