import charts from "./charts.words.json";
import compare from "./compare.words.json";
import embed from "./embed.words.json";
import film from "./film.words.json";
import link from "./link.words.json";
import openData from "./open-data.words.json";
import page from "./page.words.json";
import panels from "./panels.words.json";
import picture from "./picture.words.json";
import retrieval from "./retrieval.words.json";
import scene from "./scene.words.json";
import sources from "./sources.words.json";
import state from "./state.words.json";
import story from "./story.words.json";
import tables from "./tables.words.json";

/** Every sentence in Chinese, by its English. The build has compiled them. */
export const messages = {
  ...charts,
  ...compare,
  ...embed,
  ...film,
  ...link,
  ...openData,
  ...page,
  ...panels,
  ...picture,
  ...retrieval,
  ...scene,
  ...sources,
  ...state,
  ...story,
  ...tables,
};
