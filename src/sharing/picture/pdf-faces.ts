import type { jsPDF } from "jspdf";
import { bytesToBase64 } from "./base64";
import type { Font, Measure } from "./page";

/** A face that texts can be set in. */
export interface FontFile {
  /** Without spaces, each but once. */
  name: string;
  weight: Font["weight"];
  /** A TrueType file. */
  bytes: Uint8Array;
}

/** A piece of a text that one face has all letters of; null stands for none. */
export interface Run {
  text: string;
  face: string | null;
}

/** What jsPDF knows of a font that it was given. */
interface Metrics {
  cmap: { unicode: { codeMap: Record<number, number> } };
  widthOfString: (text: string, size: number, spacing: number) => number;
}

/** The faces in a document, asked in their order for each letter. */
export class Faces {
  readonly #pdf: jsPDF;
  readonly #faces: readonly { name: string; weight: Font["weight"]; metrics: Metrics }[];

  constructor(pdf: jsPDF, files: readonly FontFile[]) {
    this.#pdf = pdf;
    this.#faces = files.map(({ name, weight, bytes }) => {
      pdf.addFileToVFS(`${name}.ttf`, bytesToBase64(bytes));
      pdf.addFont(`${name}.ttf`, name, "normal", undefined, "Identity-H");
      return { name, weight, metrics: pdf.setFont(name).getFont().metadata as Metrics };
    });
  }

  /** The text in pieces, each as long as its face has the letters. */
  runs(text: string, { weight }: Font): Run[] {
    const faces = this.#faces.filter((face) => face.weight === weight);
    const runs: Run[] = [];
    for (const letter of text) {
      const last = runs.at(-1);
      const has = (face: (typeof faces)[number]) =>
        (face.metrics.cmap.unicode.codeMap[letter.codePointAt(0)!] ?? 0) > 0;
      const current = faces.find(({ name }) => name === last?.face);
      // A mark belongs to the letter that it stands on.
      const stays = last && (/\p{M}/u.test(letter) ? true : current ? has(current) : false);
      const face = stays ? last.face : (faces.find(has)?.name ?? null);
      if (last && last.face === face) last.text += letter;
      else runs.push({ text: letter, face });
    }
    return runs;
  }

  /** How wide a text is, those of its letters that no face has as others set them. */
  width(text: string, font: Font, others: Measure): number {
    return this.runs(text, font).reduce(
      (sum, run) => sum + (run.face ? this.faceWidth(run, font) : others(run.text, font)),
      0,
    );
  }

  /** How wide a face sets a run, in the unit of the font's size. */
  faceWidth({ text, face }: Run, { size }: Font): number {
    return this.#faces.find(({ name }) => name === face)!.metrics.widthOfString(text, size, 0);
  }

  /** Lays a text, unseen, over its picture, so that it can be found and copied. In points, from the baseline's start. */
  unseen(text: string, { x, y, size, width }: { x: number; y: number; size: number; width: number }): void {
    const utf16 = [...`\ufeff${text}`].flatMap((letter) =>
      Array.from({ length: letter.length }, (_, i) => letter.charCodeAt(i)),
    );
    const hex = utf16.map((unit) => unit.toString(16).padStart(4, "0")).join("");
    const face = this.#faces[0];
    // A letter as wide as the picture stands for it: readers of PDF take the place of a text from what is drawn there.
    const stretch = width / face.metrics.widthOfString("n", size, 0);
    const { write } = this.#pdf.internal as unknown as { write: (operators: string) => void };
    // Within a state of its own, or all text behind it would be stretched, too.
    this.#pdf.saveGraphicsState();
    write(`/Span <</ActualText <${hex}>>> BDC`);
    this.#pdf.setFont(face.name).setFontSize(size);
    this.#pdf.text("n", x, y, { renderingMode: "invisible", horizontalScale: stretch });
    write("EMC");
    this.#pdf.restoreGraphicsState();
  }
}
