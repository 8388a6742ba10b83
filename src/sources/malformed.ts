import { type Said, textOf } from "../i18n/said";

/** Bytes that cannot be what they claim. Its words are a clause: "its dictionary is missing". */
export class Malformed extends RangeError {
  readonly words: Said;

  constructor(words: Said) {
    super();
    this.words = words;
  }

  override get message(): string {
    return textOf(this.words);
  }
}
