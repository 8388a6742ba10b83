import { type Said, textOf } from "../../i18n";

/** What could not be exported, in words for a person. */
export class ExportError extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(textOf(said));
    this.name = "ExportError";
    this.said = said;
  }
}
