import type { FactDifference } from '#lib/incidents/fact-lines.ts'

/** Which facts are told differently, line by line: with marks and words, not with colour alone. */
export function FactDiff({ differences }: { differences: FactDifference[] }) {
  return (
    <div className="flex flex-col gap-4">
      {differences.map(({ part, label, gone, come }) => (
        <section key={part}>
          <h4 className="mb-1 font-medium">{label}</h4>
          <ul className="flex flex-col gap-1 [overflow-wrap:anywhere]">
            {gone.map((line) => (
              <li key={`- ${line}`}>
                <del className="rounded-sm bg-danger-soft text-danger line-through">{line}</del>
              </li>
            ))}
            {come.map((line) => (
              <li key={`+ ${line}`}>
                <ins className="rounded-sm bg-ok-soft text-ok underline decoration-2 underline-offset-2">{line}</ins>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
