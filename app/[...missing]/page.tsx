import { notFound } from 'next/navigation'

/** Every address that is nobody's. */
export default function NowherePage() {
  notFound()
}
