/** The keyboard of the board, as its list tells it; row-keys.tsx is where each of them presses something. */
export const boardKeys = [
  { name: 'move', keys: 'j k' },
  { name: 'pick', keys: 'x Shift+X' },
  { name: 'change', keys: 'a d p' },
  { name: 'edit', keys: 'e' },
  { name: 'open', keys: 'Enter' },
  { name: 'leave', keys: 'Esc' },
  { name: 'leaveOut', keys: 'Alt+click' },
] as const
