import type { Resource, Verb } from './model.ts'

/** Why not, in a sentence a person can act on: who can, so that they know whom to ask. Leaving one out does not compile. */
export const reasons: { [R in Resource]: Record<Verb<R>, string> } = {
  organization: {
    read: 'Sign in to see this.',
    edit: 'An administrator can change this.',
    import: 'An administrator can import from files.',
    export: 'An administrator can export everything at once.',
  },
  person: {
    read: 'Sign in to see this.',
    create: 'An administrator can invite people.',
    edit: 'People change their own profile, and administrators can.',
    administer: 'An administrator can do this.',
  },
  team: {
    read: 'Sign in to see this.',
    create: 'An administrator can make a team.',
    edit: 'An owner of the team or an administrator can change it.',
  },
  service: {
    read: 'Sign in to see this.',
    create: 'Members of the company can add a service; guests and auditors read.',
    edit: 'An editor of its team or an administrator can change it.',
  },
  incident: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company record incidents; guests and auditors read.',
    edit: 'Whoever recorded it, the editors of its team and program managers can change it.',
    link: 'Members of the company propose links; guests and auditors read.',
    waive: 'The editors of its team and program managers can say that it needs no postmortem.',
    breakGlass: 'Only an administrator can break the glass.',
  },
  postmortem: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company write postmortems; guests and auditors read.',
    edit: 'Its lead and the editors of its team can change it.',
    review: 'Somebody who was asked to review it, other than its lead, can decide.',
    publish: 'Its lead and the editors of its team can publish it.',
    comment:
      'Before it is published, whoever writes here and may read it can comment; afterwards its lead and the editors of its team.',
    approveSummary:
      'Its lead, the editors of its team, program managers and administrators who may read it can approve it.',
    breakGlass: 'Only an administrator can break the glass.',
  },
  actionItem: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company add action items; guests and auditors read.',
    edit: 'Its owner, the editors of its team, whoever added it and program managers can change it.',
  },
  view: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company keep views; guests read.',
    share: 'Members of the company share views; guests and auditors keep their own.',
    edit: 'Whoever saved it can change it, and an administrator where it is shared.',
  },
  program: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company propose programs; guests and auditors read.',
    edit: 'Its lead, program managers and administrators can change it.',
    tell: 'Its lead, the contacts of its teams, program managers and administrators can write here.',
  },
  risk: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company add entries; guests and auditors read.',
    edit: 'Its owner, the editors of its team, whoever added it and program managers can change it.',
  },
  exercise: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company plan exercises; guests and auditors read.',
    edit: 'Its owner, the editors of its team, whoever planned it and program managers can change it.',
  },
  sweep: {
    read: 'There is nothing here that you can see.',
    create: 'Program managers and administrators open sweeps.',
    edit: 'Program managers and administrators can close it.',
  },
  exposure: {
    read: 'There is nothing here that you can see.',
    answer: 'The editors of the team that owns the service and program managers answer for it.',
  },
  guide: {
    read: 'Sign in to see this.',
    discuss: 'There is nothing here that you can see.',
    flag: 'Members of the company say what contradicts a guide; guests and auditors read.',
    propose: 'Members of the company propose changes; guests and auditors read.',
    answer: 'The editors of the team that owns the guide, program managers and administrators answer for it.',
  },
  checklist: {
    read: 'There is nothing here that you can see.',
    create: 'Members of the company start checklists; guests and auditors read.',
    edit: 'The editors of the service’s team, whoever started it and program managers can change it.',
  },
  template: { read: 'Sign in to see this.', edit: 'An administrator can change templates.' },
  hint: {
    read: 'Sign in to see this.',
    dismissForEveryone: 'An administrator can dismiss a hint for everyone, and bring it back.',
  },
  auditLog: { read: 'Administrators and auditors can read this.' },
}
