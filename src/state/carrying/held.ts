import { rememberSpace } from "../spaces";
import { HELD } from "./holds";

/** Finds the space that this page carries, and gives the link to how its sender saw it. */
export function holdSpace(): string {
  rememberSpace(HELD, { kind: "carried", space: textOf("space"), points: textOf("points") });
  return document.documentElement.dataset.view ?? "";
}

function textOf(id: string): string {
  return document.getElementById(`matryoscope-${id}`)?.textContent ?? "";
}
