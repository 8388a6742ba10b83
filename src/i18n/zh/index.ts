import charts from "./charts.words.json";
import link from "./link.words.json";
import page from "./page.words.json";
import panels from "./panels.words.json";
import scene from "./scene.words.json";

/** Every sentence in Chinese, by its English. The build has compiled them. */
export const messages = { ...charts, ...link, ...page, ...panels, ...scene };
