import type { ChoosingRule, Need, Template, TemplateSection } from './schema.ts'

/**
 * A template is the questions a kind of incident deserves, with the severity at which each must be answered. It is
 * chosen by rules that are shown, and kept by version: a document goes on with the questions it began with.
 */
export type Severity = keyof TemplateSection['needs']

/** Documents without an incident, such as studies, are held to what a SEV2 is held to. */
export const needIn = (needs: TemplateSection['needs'], severity: Severity | null): Need => needs[severity ?? 'sev2']

export type AskedSection = TemplateSection & { need: Need }

/** The sections as a writer at that severity sees them. */
export const sectionsFor = (template: Pick<Template, 'sections'>, severity: Severity | null): AskedSection[] =>
  template.sections
    .map((section) => ({ ...section, need: needIn(section.needs, severity) }))
    .filter(({ need }) => need !== 'hidden')

export type Circumstances = { severity: string; kind: string; team: string }

export type Suggestion = { key: string; because: string }

/**
 * The rule that says the most wins: a kind says more than a team, a team more than a severity, because a security
 * incident must not become an open one for the team it happened to.
 */
export function suggestTemplate(templates: readonly Template[], about: Circumstances): Suggestion {
  const matches = templates
    .filter(({ kind }) => kind === 'postmortem')
    .flatMap(({ key, choose }) => choose.filter((rule) => fits(rule, about)).map((rule) => ({ key, rule })))
    .sort((a, b) => weight(b.rule) - weight(a.rule))
  const [best] = matches
  if (best) return { key: best.key, because: best.rule.because }
  const usual = templates.find(({ key }) => key === 'classic') ?? templates.find(({ kind }) => kind === 'postmortem')
  return { key: usual?.key ?? 'classic', because: 'No rule names this case, so it starts with the usual one.' }
}

function fits({ severities, kinds, teams }: ChoosingRule, { severity, kind, team }: Circumstances): boolean {
  const within = (values: readonly string[], value: string) => values.length === 0 || values.includes(value)
  return within(severities, severity) && within(kinds, kind) && within(teams, team)
}

const weight = ({ severities, kinds, teams }: ChoosingRule): number =>
  (kinds.length > 0 ? 4 : 0) + (teams.length > 0 ? 2 : 0) + (severities.length > 0 ? 1 : 0)
