import type { Format } from "../table";

/** Every format that can be read, those with an unmistakable mark first. */
export const FORMATS: readonly Format[] = [];
