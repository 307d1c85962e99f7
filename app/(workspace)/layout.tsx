export default function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  return children
}
