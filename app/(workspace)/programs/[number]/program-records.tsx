import { getTranslations } from 'next-intl/server'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { EffectList } from '#components/programs/effect-list.tsx'
import {
  AssignForm,
  HandoverForms,
  LinkedGuides,
  LinkForm,
  WaitingPostmortems,
} from '#components/programs/record-forms.tsx'
import { AgreeForms, JudgeForm } from '#components/programs/telling-forms.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Day } from '#components/ui/time.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { can } from '#lib/policy/can.ts'
import { effectsOf } from '#lib/programs/effects.ts'
import { incidentsOfProgram, itemsOfProgram, postmortemsOfProgram } from '#lib/programs/records.ts'
import { personChoices } from '../../choices.ts'
import { agree, answer, assign, judge, link } from '../telling-actions.ts'

type Given = {
  number: number
  edits: boolean
  tells: boolean
  milestones: readonly { id: string; title: string; dropped: boolean }[]
}

/** What the program is made of and what it is about, each as far as whoever looks may see it. */
export async function ProgramRecords({ number, edits, tells, milestones }: Given) {
  const [t, context] = await Promise.all([getTranslations('programs'), currentContext()])
  const { items, incidents, feeds, effects, people } = await read(context, async (work) => ({
    items: await itemsOfProgram(work, number),
    incidents: await incidentsOfProgram(work, number),
    feeds: await postmortemsOfProgram(work, number),
    effects: await effectsOf(work, number),
    people: await personChoices(work),
  }))
  const guides = (await listGuides()).map(({ slug, title }) => ({ value: slug, label: title }))
  const linked = guides.filter(({ value }) => feeds.guides.includes(value))
  const goals = milestones.filter(({ dropped }) => !dropped).map(({ id, title }) => ({ value: id, label: title }))
  const judged = new Set(effects.map(({ incident }) => incident.number))
  const past = incidents.filter(({ before, number: incident }) => before && !judged.has(incident))
  const answers = can(context.actor, 'create', 'program').allowed
  return (
    <>
      {items.handed.length > 0 && (
        <Panel title={t('handover.panel', { count: items.handed.length })}>
          <ActionItemList
            items={items.handed}
            showPostmortem
            actions={(item) =>
              edits && (
                <HandoverForms
                  item={item}
                  people={people}
                  milestones={goals}
                  action={answer.bind(null, number, item.number)}
                />
              )
            }
          />
        </Panel>
      )}
      <Panel
        title={t('items.panel', { open: items.open.length, closed: items.closed })}
        actions={<LinkButton href={`/action-items?program=${number}`}>{t('items.all')}</LinkButton>}
      >
        <div className="flex flex-col gap-4">
          {items.open.length > 0 ? (
            <ActionItemList items={items.open} showPostmortem />
          ) : (
            <p className="text-muted">{t('items.none')}</p>
          )}
          {edits && <AssignForm milestones={goals} action={assign.bind(null, number)} />}
        </div>
      </Panel>
      {(feeds.waiting.length + feeds.linked.length + linked.length > 0 || edits) && (
        <Panel title={t('feeds.panel')}>
          <div className="flex flex-col gap-4">
            {feeds.waiting.length > 0 && (
              <>
                <p>{t('feeds.waiting', { count: feeds.waiting.length })}</p>
                <WaitingPostmortems postmortems={feeds.waiting} {...(edits && { action: link.bind(null, number) })} />
              </>
            )}
            <ul className="flex flex-col gap-1">
              {feeds.linked.map((one) => (
                <li key={one.number}>
                  <Link href={`/postmortems/${one.number}`} className="hover:underline">
                    PM-{one.number} {one.title}
                  </Link>
                </li>
              ))}
            </ul>
            {linked.length > 0 && (
              <section aria-label={t('feeds.guides')} className="flex flex-col gap-1">
                <h3 className="text-sm font-medium text-muted">{t('feeds.guides')}</h3>
                <LinkedGuides guides={linked} {...(edits && { action: link.bind(null, number) })} />
              </section>
            )}
            {edits && <LinkForm guides={guides} action={link.bind(null, number)} />}
          </div>
        </Panel>
      )}
      <Panel title={t('incidents.panel')}>
        {incidents.length > 0 ? (
          <ul className="flex flex-col divide-y divide-line">
            {incidents.slice(0, 15).map((incident) => (
              <li key={incident.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <SeverityBadge severity={incident.severity} />
                <Link href={`/incidents/${incident.number}`} className="min-w-0 flex-1 basis-60 hover:underline">
                  INC-{incident.number} {incident.title}
                </Link>
                <span className="text-sm text-muted">
                  <Day value={incident.occurredAt} zone={context.actor.zone} />
                  {!incident.before && ` · ${t('incidents.since')}`}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t('incidents.none')}</p>
        )}
      </Panel>
      <Panel title={t('effects.panel')}>
        <div className="flex flex-col gap-4">
          <EffectList
            rows={effects}
            actions={({ id, byId, incident, agreement }) =>
              answers &&
              !agreement &&
              byId !== context.actor.personId && (
                <AgreeForms number={incident.number} action={agree.bind(null, number, id)} />
              )
            }
          />
          {tells && past.length > 0 && (
            <div className="flex flex-col gap-1 print:hidden">
              <p className="text-muted">{t('effects.ask')}</p>
              {past.slice(0, 8).map((incident) => (
                <JudgeForm key={incident.number} incident={incident} action={judge.bind(null, number)} />
              ))}
            </div>
          )}
        </div>
      </Panel>
    </>
  )
}
