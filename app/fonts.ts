import localFont from 'next/font/local'

/** Latin only, 47 KB. Other scripts use the reader's own fonts: a Chinese web font alone weighs megabytes. */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
})
