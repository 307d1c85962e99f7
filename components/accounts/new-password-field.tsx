import { TextField } from '#components/ui/text-field.tsx'

/** A password somebody chooses. Password managers offer one when the field says that it is new. */
export function NewPasswordField({ label, hint }: { label: string; hint: string }) {
  return <TextField name="password" type="password" label={label} hint={hint} autoComplete="new-password" required />
}
