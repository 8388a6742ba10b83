import panels from "./panels.words.json";

/** Every sentence in Chinese, by its English. The build has compiled them. */
export const messages = { ...panels };
