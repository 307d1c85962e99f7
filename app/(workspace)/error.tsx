'use client'

/** Here as well, so that a page that failed leaves the navigation standing. */
export { ProblemPage as default } from '#components/shell/problem-page.tsx'
