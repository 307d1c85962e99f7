/**
 * What a text may cost. Markdown has inputs whose parsing time grows with the square of their length: 10 KB of ">"
 * took 4.9 s and overflowed the stack, 50 KB of "*a_" took more than 15 s. No person writes such texts, and every
 * limit below leaves at least a factor of two above the longest public postmortem we measured.
 */

/** Four times the longest public postmortem we measured; ordinary prose of this size takes about 1.5 s. */
export const SOURCE_MAX = 200_000
/** A pasted log line or a wide table row fits; a minified file does not. */
export const LINE_MAX = 20_000
/** Quotes and lists inside each other on one line. A forwarded mail thread reaches 8. */
export const CONTAINER_MAX = 32
/** The parser starts to recurse deeply well after this; React renders the result recursively too, on the main thread. */
export const DEPTH_MAX = 100
/**
 * Elements and texts in the result. 200,000 characters of dense prose make about 65,000; a table of 1,000 columns
 * pads each of its short rows to 1,000 cells and makes millions.
 */
export const NODE_MAX = 100_000
/**
 * Characters of text and attributes in the result. A link definition of 20,000 characters used 10,000 times would
 * make a page of 200 MB from a source of 60 KB.
 */
export const OUTPUT_MAX = 2_000_000
/** Older proxies and mail clients cut addresses here. */
export const URL_MAX = 2_048
/** 200 KB of prose takes 1.5 s on one slow core. A reader waits no longer for one text. */
export const DEADLINE_MS = 2_000
/** The largest text within the limits needs about 120 MB; a worker above this is ended, not the server. */
export const WORKER_MEMORY_MB = 256
/** Deep but allowed nesting needs more than Node's default of about 1 MB. */
export const WORKER_STACK_MB = 4
/** Texts waiting for the one worker. A page asks for about 15 at once; beyond this readers get the plain source at once. */
export const QUEUE_MAX = 200
/** Characters of source whose results are kept in memory; results weigh about ten times as much, so about 80 MB. */
export const CACHE_MAX = 8_000_000
/** A text that ran out of time is not tried again sooner: it may have been the machine, but each try costs the deadline. */
export const RETRY_MS = 300_000
