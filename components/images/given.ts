import type messages from '#content/messages/en.json'

/** What the page hands to the editor. Without it, pictures are not taken. */
export type ImagesGiven = { text: (typeof messages)['images']; personId: string }

/** Set while this browser keeps a picture that did not arrive, so that looking for one costs nothing otherwise. */
export const KEPT_FLAG = 'firebreak.pictures'
