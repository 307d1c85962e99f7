import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'

type Props = { number: number; revisions: number[]; working: boolean; from: string; to: string }

/** Any two, also without scripts: the comparison is an address. */
export function CompareForm({ number, revisions, working, from, to }: Props) {
  const t = useTranslations('compare')
  const h = useTranslations('postmortems.history')
  const choices = [
    ...(working ? [{ value: 'working', label: t('working') }] : []),
    ...revisions.map((ordinal) => ({ value: String(ordinal), label: h('revision', { ordinal }) })),
  ]
  const box = (name: 'from' | 'to', value: string) => (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{t(name)}</span>
      <select name={name} defaultValue={value} className="control min-w-44">
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form
      action={`/postmortems/${number}/history`}
      method="get"
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      {box('from', from)}
      {box('to', to)}
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
