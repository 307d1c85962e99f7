import { useTranslations } from 'next-intl'
import { GuideFacts } from '#components/guides/guide-facts.tsx'
import { Link } from '#components/ui/link.tsx'
import { STAGES } from '#lib/guides/front-matter.ts'
import type { GuideSummary, Said } from '#lib/guides/model.ts'

type Given = { guides: readonly GuideSummary[]; said: Record<string, Said>; today: string }

/** All guides, grouped by where in the life of an incident they help. */
export function GuideList({ guides, said, today }: Given) {
  const t = useTranslations('guides')
  const stages = STAGES.filter((stage) => guides.some((guide) => guide.stage === stage))
  return stages.map((stage) => (
    <section key={stage} aria-labelledby={`stage-${stage}`} className="mb-10">
      <h2 id={`stage-${stage}`} className="text-lg font-semibold">
        {t(`stage.${stage}.name`)}
      </h2>
      <p className="text-muted">{t(`stage.${stage}.about`)}</p>
      <ul className="mt-3 divide-y divide-line rounded-lg border border-line bg-raised">
        {guides
          .filter((guide) => guide.stage === stage)
          .map((guide) => (
            <li key={guide.slug} className="px-5 py-4 break-inside-avoid">
              <h3 className="text-md font-semibold">
                <Link href={`/guides/${guide.slug}`} className="hover:underline">
                  {guide.title}
                </Link>
              </h3>
              <p className="mt-1 mb-2 max-w-3xl">{guide.summary}</p>
              <GuideFacts guide={guide} said={said[guide.slug]} today={today} />
            </li>
          ))}
      </ul>
    </section>
  ))
}
