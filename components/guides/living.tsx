import { useTranslations } from 'next-intl'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { CellList } from '#components/exposure/exposure-matrix.tsx'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { HealthBadge } from '#components/programs/health-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { CellOut } from '#lib/exposure/schema.ts'
import type { LivingRecords } from '#lib/guides/living.ts'
import type { LivingComponent } from '#lib/guides/model.ts'
import type { IncidentListed } from '#lib/incidents/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import type { ProgramLine } from '#lib/programs/schema.ts'
import { programStates } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

/** What the records say about each mechanism, as far as this reader may see them. */
export type Living = LivingRecords & { zone: string }

type Asked = { mechanism: string }

/** The blocks of a guide that show today's records: a text that was true once says here whether it still is. */
export function livingComponents(living: Living) {
  // Bound rather than handed down: a server component has no context, and MDX passes a block only its attributes.
  return {
    Incidents: incidents.bind(null, living),
    ActionItems: actionItems.bind(null, living),
    Exposure: exposure.bind(null, living),
    ProgramStatus: programStatus.bind(null, living),
  } satisfies Record<LivingComponent, unknown>
}

const incidents = ({ incidents, zone }: Living, { mechanism }: Asked) => (
  <Incidents mechanism={mechanism} zone={zone} found={incidents[mechanism] ?? []} />
)

const actionItems = ({ items }: Living, { mechanism }: Asked) => (
  <ActionItems mechanism={mechanism} found={items[mechanism] ?? []} />
)

function Incidents({ mechanism, zone, found }: Asked & { zone: string; found: readonly IncidentListed[] }) {
  const t = useTranslations('guides.living')
  return (
    <Block mechanism={mechanism} title={t('incidents', { mechanism: nameOf(mechanism) })}>
      {found.length === 0 && <p className="text-muted">{t('noIncidents')}</p>}
      <ul className="flex flex-col gap-2">
        {found.map(({ number, title, severity, occurredAt }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <SeverityBadge severity={severity} quiet />
            <Link href={`/incidents/${number}`} className="min-w-0 flex-1 basis-60 hover:underline">
              {title}
            </Link>
            <span className="text-sm text-muted">
              <Day value={new Date(occurredAt)} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

function ActionItems({ mechanism, found }: Asked & { found: readonly ActionItemOut[] }) {
  const t = useTranslations('guides.living')
  return (
    <Block mechanism={mechanism} title={t('items', { mechanism: nameOf(mechanism) })}>
      {found.length === 0 ? <p className="text-muted">{t('noItems')}</p> : <ActionItemList items={found} />}
    </Block>
  )
}

const exposure = ({ exposure }: Living, { mechanism }: Asked) => (
  <Exposure mechanism={mechanism} found={exposure[mechanism] ?? []} />
)

/** Which services could be hurt by it, as their teams answered. */
function Exposure({ mechanism, found }: Asked & { found: readonly CellOut[] }) {
  const t = useTranslations('guides.living')
  return (
    <Block mechanism={mechanism} title={t('exposure', { mechanism: nameOf(mechanism) })}>
      {found.length === 0 ? <p className="text-muted">{t('noExposure')}</p> : <CellList cells={found} />}
    </Block>
  )
}

const programStatus = ({ programs }: Living, { mechanism }: Asked) => (
  <ProgramStatus mechanism={mechanism} found={programs[mechanism] ?? []} />
)

/** Who works on it that it does not come back, how that stands, and what comes next. */
function ProgramStatus({ mechanism, found }: Asked & { found: readonly ProgramLine[] }) {
  const t = useTranslations('guides.living')
  return (
    <Block mechanism={mechanism} title={t('programs', { mechanism: nameOf(mechanism) })}>
      {found.length === 0 && <p className="text-muted">{t('noPrograms')}</p>}
      <ul className="flex flex-col gap-2">
        {found.map(({ number, name, state, computed, stated, nextMilestone }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Link href={`/programs/${number}`} className="font-medium hover:underline">
              PRG-{number} {name}
            </Link>
            <span className="text-sm text-muted">{programStates[state]}</span>
            {(stated ?? computed) && <HealthBadge colour={(stated ?? computed)?.colour ?? 'green'} quiet />}
            {nextMilestone && (
              <span className="basis-full text-sm text-muted">
                {t('nextMilestone', { title: nextMilestone.title, date: formatDate(nextMilestone.dueOn) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

function Block({ mechanism, title, children }: Asked & { title: string; children: React.ReactNode }) {
  const t = useTranslations('guides.living')
  return (
    <div className="not-prose my-6 rounded-lg border border-line bg-raised text-base">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2">
        <p className="font-semibold">{title}</p>
        <Link href={`/mechanisms/${mechanism}`} className="text-sm text-accent underline underline-offset-2">
          {t('more')}
        </Link>
      </div>
      <div className="p-4">{children}</div>
    </div>
  )
}

const nameOf = (code: string): string => findMechanism(code)?.name ?? code
