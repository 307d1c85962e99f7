import {
  Bookmark,
  BookOpen,
  ChartLine,
  FileText,
  Flame,
  FlaskConical,
  House,
  Inbox,
  ListChecks,
  Radar,
  Repeat,
  Search,
  Server,
  Settings,
  ShieldAlert,
  Target,
  UserRound,
  Users,
} from 'lucide'
import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { NavGroup, ShellData } from '#components/shell/shell-data.ts'
import { readTheme } from '#components/shell/theme.ts'
import { currentContext, currentHolder } from '#lib/auth/current.ts'
import { countUnread } from '#lib/notifications/queries.ts'
import { showKept } from '#lib/web/show.ts'

/** What the frame shows, from the session and a cookie. */
export async function shellData(): Promise<ShellData> {
  const context = await currentContext()
  const [t, holder, unread] = await Promise.all([
    getTranslations('shell.nav'),
    currentHolder(),
    showKept(context, ['unread', context.actor.personId], (work) => countUnread(work, context.actor.personId), {
      plannedOnce: true,
    }),
  ])
  const { name, role, zone } = context.actor
  return {
    person: { name, zone, email: holder?.email ?? '' },
    theme: readTheme((await cookies()).get('theme')?.value),
    path: new URL((await headers()).get('x-path') ?? '/', 'http://host').pathname,
    nav: navigation(t, unread),
    create: [
      { href: '/postmortems/new', label: t('newPostmortem'), icon: FileText },
      { href: '/incidents/new', label: t('newIncident'), icon: Flame },
      { href: '/action-items/new', label: t('newActionItem'), icon: ListChecks },
    ],
    account: [
      { href: '/settings/profile', label: t('profile'), icon: UserRound },
      { href: '/views', label: t('views'), icon: Bookmark },
      { href: '/settings', label: t('settings'), icon: Settings },
    ],
    sample: holder?.sample ? { role: holder.title || role, href: '/look-around' } : null,
    paletteUrl: '/api/palette',
    singleKeys: true,
  }
}

function navigation(t: Awaited<ReturnType<typeof getTranslations<'shell.nav'>>>, unread: number): NavGroup[] {
  return [
    {
      entries: [
        { href: '/', label: t('home'), icon: House, keys: 'g h' },
        { href: '/inbox', label: t('inbox'), icon: Inbox, keys: 'g n', count: unread },
        { href: '/search', label: t('search'), icon: Search },
      ],
    },
    {
      label: t('learning'),
      entries: [
        { href: '/postmortems', label: t('postmortems'), icon: FileText, keys: 'g p' },
        { href: '/incidents', label: t('incidents'), icon: Flame, keys: 'g i' },
        { href: '/action-items', label: t('actionItems'), icon: ListChecks, keys: 'g a' },
        { href: '/mechanisms', label: t('mechanisms'), icon: Repeat, keys: 'g m' },
        { href: '/reports', label: t('reports'), icon: ChartLine, keys: 'g r' },
      ],
    },
    {
      label: t('reliability'),
      entries: [
        { href: '/programs', label: t('programs'), icon: Target, keys: 'g o' },
        { href: '/risks', label: t('risks'), icon: ShieldAlert, keys: 'g k' },
        { href: '/exercises', label: t('exercises'), icon: FlaskConical, keys: 'g x' },
        { href: '/exposure', label: t('exposure'), icon: Radar, keys: 'g w' },
      ],
    },
    {
      label: t('company'),
      entries: [
        { href: '/services', label: t('services'), icon: Server, keys: 'g s' },
        { href: '/teams', label: t('teams'), icon: Users, keys: 'g t' },
        { href: '/people', label: t('people'), icon: UserRound, keys: 'g e' },
        { href: '/guides', label: t('guides'), icon: BookOpen, keys: 'g u' },
      ],
    },
  ]
}
