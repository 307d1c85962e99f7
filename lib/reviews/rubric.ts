/**
 * What a reviewer looks for. Each question can be answered with yes, not yet or not applicable and a note; answers are
 * read by the author and never added up, because a sum would be aimed at.
 */
export const rubric = [
  {
    key: 'reader',
    ask: 'Would somebody from another team understand in a minute what users noticed and what ended it?',
  },
  {
    key: 'mechanism',
    ask: 'Does each factor name a mechanism that could be changed, rather than a person who could have done better?',
  },
  {
    key: 'evidence',
    ask: 'Can I open the evidence behind the statements that matter most, and are unknowns marked as unknown?',
  },
  { key: 'impact', ask: 'Is the impact measured, with how it was measured, from the first user affected to the last?' },
  { key: 'factors', ask: 'Is it clear how the factors acted together, and why each seemed reasonable at the time?' },
  { key: 'detection', ask: 'Does it say what would have told us earlier, and what the earliest signal was?' },
  { key: 'defences', ask: 'Does it say which defences were meant to stop this, and what each of them did?' },
  { key: 'luck', ask: 'Does it say where luck helped, and what would have made it worse?' },
  {
    key: 'actions',
    ask: 'Is at least one action stronger than “remember to”, with a date and a way to see that it worked?',
  },
  { key: 'elsewhere', ask: 'Does it say where else the same mechanism waits?' },
] as const

export type Question = (typeof rubric)[number]['key']
export const questions = rubric.map(({ key }) => key) as Question[]

export const marks = { yes: 'Yes', not_yet: 'Not yet', not_applicable: 'Not applicable' } as const
export type Mark = keyof typeof marks
