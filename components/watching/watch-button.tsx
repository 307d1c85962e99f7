import { Bell, BellRing } from 'lucide'
import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'

/** Whoever watches hears in their inbox what happens to the record. Its name says what a press does; its icon, how it is. */
export function WatchButton({ watching, action }: { watching: boolean; action: FormAction }) {
  const t = useTranslations('watching')
  return (
    <Form action={action} className="print:hidden">
      <SubmitButton tone="plain">
        <Icon icon={watching ? BellRing : Bell} className="size-4" /> {t(watching ? 'unwatch' : 'watch')}
      </SubmitButton>
    </Form>
  )
}
