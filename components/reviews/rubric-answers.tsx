import { useTranslations } from 'next-intl'
import type { RubricOut } from '#lib/reviews/schema.ts'

/** Who answered what, question by question. There is no sum on purpose. */
export function RubricAnswers({ rubric }: { rubric: RubricOut[] }) {
  const t = useTranslations('reviews')
  const answered = rubric.filter(({ answers }) => answers.length > 0)
  if (answered.length === 0) return <p className="text-muted">{t('noRubric')}</p>
  return (
    <dl className="flex flex-col gap-3">
      {answered.map(({ question, ask, answers }) => (
        <div key={question}>
          <dt className="font-medium">{ask}</dt>
          {answers.map(({ person, mark, note }) => (
            <dd key={person.id} className="text-muted">
              {person.name}: {t(mark)}
              {note && ` – ${note}`}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
