/**
 * Things to check, from a Markdown list between the tags. The boxes are drawn, not controls: the state of a check
 * belongs to a review of one service, not to the text everyone reads. On paper they can be ticked.
 */
export function Checklist({ children }: { children: React.ReactNode }) {
  return (
    <div className="checklist my-6 rounded-lg border border-line bg-raised px-5 py-4 break-inside-avoid">
      {children}
    </div>
  )
}
