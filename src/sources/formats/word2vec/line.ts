import { type Said, said } from "../../../i18n/said";
import { NumberReader } from "../text/numbers";

const NUMBER = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?)$/i;
const SPACE = 32;

/** Whether it is a number as these files write it. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Reads lines of a word and numbers. */
export class LineReader {
  /** The word of the line that was read last. */
  word = "";
  readonly #number = new NumberReader();

  /**
   * Reads a line without its end into `target`, as many numbers as it is long.
   *
   * @returns null, or why it cannot be: "has 95 numbers where the others have 96"
   */
  read(line: string, target: Float32Array): Said | null {
    const behind = line.indexOf(" ");
    let at = behind;
    for (let i = 0; i < target.length; i++) {
      if (line.charCodeAt(at) !== SPACE) return this.#apart(line, target);
      target[i] = this.#number.read(line, at + 1, line.length);
      at = this.#number.end;
      if (!this.#number.found) return this.#apart(line, target);
    }
    // Some programs write a space behind each number, the last too.
    if (line.slice(at).trim() !== "") return this.#apart(line, target);
    this.word = line.slice(0, behind);
    return null;
  }

  /** A line that is out of the ordinary: its word has spaces in it (". . ."), or it is bad. */
  #apart(line: string, target: Float32Array): Said | null {
    const pieces = line.trimEnd().split(" ");
    const dims = target.length;
    const words = pieces.length - dims;
    const told = said("has {count} numbers where the others have {dims}", { count: pieces.length - 1, dims });
    if (words < 1 || (words > 1 && pieces.slice(1, words).every(isNumber))) return told;
    for (let i = 0; i < dims; i++) {
      const piece = pieces[words + i];
      if (!isNumber(piece)) return said('has "{piece}" where a number belongs', { piece: piece.slice(0, 40) });
      target[i] = this.#number.read(piece, 0, piece.length);
    }
    this.word = pieces.slice(0, words).join(" ");
    return null;
  }
}
