/** The server's own limit (lib/documents/schema.ts), told again because its schemas need not come to the browser. */
export const UPDATES_MAX = 500
