/**
 * The commonest passwords of ten characters and more in published leaks, without digits and signs at their ends: people
 * who are asked for one more character add "1" or "!". A longer list would catch little that this one and the sign-in
 * limit do not.
 */
const stems = new Set(
  `password passw0rd p@ssword p@ssw0rd pa55word iloveyou qwerty qwertyuiop qwertyui qwertz azerty azertyuiop asdfghjkl
  asdfghjkl zxcvbnm qazwsxedc qazwsx 1qaz2wsx zaq1zaq zaq1xsw q1w2e3r4t5y6 q1w2e3r4t5 q1w2e3r4 1q2w3e4r5t 1q2w3e4r
  abcdefghij abcdefgh abcdef abcd letmein welcome monkey dragon sunshine princess football baseball superman batman
  master shadow michael jennifer jordan admin administrator adminadmin root rootroot changeme changeit default secret
  topsecret trustno1 whatever starwars liverpool chelsea pokemon computer internet samsung google facebook linkedin
  firebreak postmortem incident test testtest guest guestguest login passwordpassword mypassword yourpassword
  thepassword newpassword temppassword correcthorsebatterystaple iloveyouso qwertyqwerty asdfasdf asdfasdfasdf`.split(
    /\s+/,
  ),
)

export function isCommonPassword(password: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const stem = typed.replace(/^\P{L}+|\P{L}+$/gu, '')
  return stem === '' || stems.has(typed) || stems.has(stem) || isOneCharacter(stem) || isRun(typed)
}

const isOneCharacter = (text: string) => new Set(text).size === 1

/** 1234567890, abcdefghijkl: every character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  return codes.every((code, index) => index === 0 || code === (codes[index - 1] ?? 0) + 1)
}
