import { Still } from './still.tsx'

/** It stands ready behind every page, and when it is needed the document has nothing else in it. */
export const Missing = () => <Still of="MissingPage" along />
