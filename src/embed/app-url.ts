/** Kept from bundlers, which would take the page for one file and leave behind all that it names. */
const here = import.meta.url;

/** Where the app lies: in a folder beside this file. The Vite plugin looks for these words. */
export const app: string = new URL("./app/index.html", here).href;
