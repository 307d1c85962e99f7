import { useTranslations } from 'next-intl'

/** A patch as text, line by line. The signs say what the colours do. */
export function PatchView({ patch }: { patch: string }) {
  const t = useTranslations('guides.proposal')
  const lines = patch.replace(/\n$/, '').split('\n')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard.
    <section aria-label={t('patch')} tabIndex={0} className="overflow-x-auto">
      <pre className="p-4 font-mono text-sm">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one patch, never moved.
          <span key={index} className={`block min-h-[1lh] whitespace-pre-wrap ${toneOf(line)}`}>
            {line}
          </span>
        ))}
      </pre>
    </section>
  )
}

function toneOf(line: string): string {
  if (/^(?:---|\+\+\+|@@) /.test(line)) return 'text-muted'
  if (line.startsWith('+')) return 'bg-ok-soft text-ok'
  if (line.startsWith('-')) return 'bg-danger-soft text-danger'
  return ''
}
