/**
 * Splits what arrives at line feeds and nowhere else. Node's readline also splits at U+2028 and U+2029, which JSON and
 * people's text may contain.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of stream) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n')
    // Joining what has come so far costs nothing; looking through it again with each piece would, in a line of 10 MB.
    rest += first
    if (others.length === 0) continue
    yield rest
    rest = others.pop() ?? ''
    yield* others
  }
  rest += decoder.decode()
  if (rest) yield rest
}
