import type { FormAction } from '#components/ui/form-state.ts'

/** What somebody can say of how an incident is related to others; null for those who only read. */
export type Answers =
  | { decides: true; relate: FormAction; confirm: FormAction; decline: FormAction }
  | { decides: false; propose: FormAction }
  | null
