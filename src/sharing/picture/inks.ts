import type { Ground } from "../../scene";

/** Colours of what is written and drawn around a cloud. */
export interface Inks {
  ground: string;
  text: string;
  quiet: string;
  faint: string;
  line: string;
  unlit: string;
  /** Dimensions in use, and nothing else. */
  lit: string;
}

/** The page's own, as they stand in styles/tokens.css: a file has no custom properties. */
export const INKS: Record<Ground, Inks> = {
  dark: {
    ground: "#0b0d11",
    text: "#eceef2",
    quiet: "#a9b0be",
    faint: "#858d9c",
    line: "#262b35",
    unlit: "#6f7888",
    lit: "#ffb454",
  },
  light: {
    ground: "#fbfbf9",
    text: "#181b23",
    quiet: "#4b5262",
    faint: "#646b7a",
    line: "#dcdde0",
    unlit: "#8d939e",
    lit: "#b85c00",
  },
};
