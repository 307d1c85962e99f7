import type { PersonActor } from '#lib/actor.ts'
import { contentOf } from '#lib/templates/parse.ts'
import { saveTemplate } from '#lib/templates/save.ts'
import { shippedTemplate } from '#lib/templates/shipped.ts'
import { acting, type Scene } from './scene.ts'

/** What the company made of the shipped templates: the edge one is theirs, with a rule for the teams at the edge. */
export async function shapeTemplates(scene: Scene, administrator: PersonActor, at: Date): Promise<void> {
  const { kind: _, sections, ...edge } = contentOf(shippedTemplate('edge'))
  const runbook = {
    heading: 'Runbook',
    prompt: 'Which runbook was followed, and where did it stop fitting what people saw?',
    guidance: 'Link the step. A runbook that was not found is a finding too.',
  }
  const input = {
    ...{ ...edge, key: 'edge', seen: 0 },
    sections: [...sections, runbook],
    choose: [
      {
        severities: ['sev1', 'sev2'],
        teams: ['edge-traffic', 'network', 'naming'],
        because: 'SEV1 and SEV2 of the teams at the edge ask about the request path and where the load went.',
      },
    ],
    note: 'Begin here for the three teams at the edge, and ask for the runbook.',
  }
  await acting(scene).act(administrator, at, saveTemplate, input)
}
