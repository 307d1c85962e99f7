import { Disclosure } from './disclosure.tsx'

export type Statement = { at: string; said: string; note: string | null; url: string | null }

/** What was said of something, newest first: the newest is open, what came before it one press away. */
export function Statements({ of, earlier, children }: Given) {
  const [newest, ...before] = of
  return (
    <>
      {newest && <One {...newest} />}
      {children}
      {before.length > 0 && (
        <Disclosure summary={earlier(before.length)}>
          <ul className="flex flex-col gap-2">
            {before.map((one) => (
              <li key={`${one.at} ${one.said}`}>
                <One {...one} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

type Given = {
  of: readonly Statement[]
  earlier: (count: number) => string
  /** What the newest led to. */
  children?: React.ReactNode
}

const One = ({ said, note, url }: Omit<Statement, 'at'>) => (
  <div>
    <p className="text-sm text-muted">{said}</p>
    {note && <p className="whitespace-pre-line">{note}</p>}
    {url && (
      <a href={url} rel="noreferrer" className="block truncate text-accent hover:underline">
        {url}
      </a>
    )}
  </div>
)
