import link from "./link.words.json";
import panels from "./panels.words.json";

/** Every sentence in Chinese, by its English. The build has compiled them. */
export const messages = { ...link, ...panels };
