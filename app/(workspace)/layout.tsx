import { Shell } from '#components/shell/shell.tsx'
import { shellData } from './shell-data.ts'

export default async function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  return <Shell data={await shellData()}>{children}</Shell>
}
