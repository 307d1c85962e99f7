import { type IconNode, Monitor, Moon, Sun } from 'lucide'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { type Theme, themes } from './theme.ts'

const icons: Record<Theme, IconNode> = { system: Monitor, light: Sun, dark: Moon }

/** Three submit buttons: the cookie is set by the server, so the next page arrives in the right colours. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useTranslations('shell.theme')
  return (
    <form action="/theme" method="post" className="px-2.5 py-1.5">
      <fieldset className="flex items-center justify-between gap-3">
        <legend className="float-left text-muted">{t('label')}</legend>
        <span className="flex gap-0.5 rounded-md bg-sunken p-0.5">
          {themes.map((choice) => (
            <button
              key={choice}
              type="submit"
              name="theme"
              value={choice}
              title={t(choice)}
              aria-pressed={choice === theme}
              className="inline-flex h-6.5 w-8 items-center justify-center rounded-[0.3rem] text-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-raised pointer-coarse:h-10 pointer-coarse:w-11"
            >
              <Icon icon={icons[choice]} label={t(choice)} />
            </button>
          ))}
        </span>
      </fieldset>
    </form>
  )
}
