import * as v from "valibot";
import { type ViewState, viewStateSchema } from "./protocol";

/** What the element takes as attributes: the keys of the link whose values a word or a list can tell. */
export const ATTRIBUTES = (Object.keys(viewStateSchema.entries) as (keyof ViewState)[]).filter(
  (key) => key !== "ghost" && key !== "play",
);
export type Attribute = keyof ViewState;

const NUMBERS: ReadonlySet<Attribute> = new Set(["k"]);
const LISTS: ReadonlySet<Attribute> = new Set(["sel", "isolate", "cam"]);

/**
 * The state that attributes ask for. Numbers are written as numbers, lists with commas between them; what cannot be is
 * left out with a word on the console, as a page does with attributes.
 *
 * @param read the text of an attribute; null where it is not there
 */
export function stateOfAttributes(read: (name: Attribute) => string | null): ViewState {
  const state: Record<string, unknown> = {};
  for (const name of ATTRIBUTES) {
    const text = read(name);
    if (text === null) continue;
    const value = readAttribute(name, text);
    const result = v.safeParse(viewStateSchema.entries[name], value);
    if (result.success) state[name] = result.output;
    else console.warn(`<matryo-scope ${name}="${text}">: ${result.issues[0].message}`);
  }
  return state as ViewState;
}

function readAttribute(name: Attribute, text: string): unknown {
  if (NUMBERS.has(name)) return Number(text);
  if (LISTS.has(name)) return text.trim() === "" ? [] : text.split(",").map(Number);
  if (name === "mute") return text === "" ? [] : text.split(",");
  if (name === "trails") return text !== "false";
  return text;
}
