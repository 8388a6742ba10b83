import { jsPDF } from "jspdf";
import { HALO } from "./fonts";
import { type Font, type Measure, millimetres, type Page, type PathItem, type Raster, type TextItem } from "./page";
import { stepsOf } from "./path";
import { Faces, type FontFile } from "./pdf-faces";

/** A text that no face has, as a picture: where it lies from the start of its baseline, in pixels of the page. */
export interface TextPicture {
  raster: Raster;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What the browser does for texts of other writings. */
export interface OtherTexts {
  measure: Measure;
  draw: (item: Pick<TextItem, "text" | "font" | "fill" | "halo">) => TextPicture;
}

/**
 * Pages as PDF. Text is text, in faces that are embedded as far as they are used; what they have no letters for (Chinese,
 * say) is a fine picture of the text, with the text itself, unseen, to find and copy.
 */
export class PdfWriter {
  readonly #others: OtherTexts;
  readonly #files: readonly FontFile[];
  readonly #faces: Faces;
  /** How wide this writer sets a text. */
  readonly measure: Measure;

  constructor(files: readonly FontFile[], others: OtherTexts) {
    this.#files = files;
    this.#others = others;
    this.#faces = new Faces(new jsPDF({ unit: "pt" }), files);
    this.measure = (text, font) => this.#faces.width(text, font, others.measure);
  }

  /** @returns the bytes of the file: the same for the same page */
  async write(page: Page): Promise<Uint8Array<ArrayBuffer>> {
    const wide = (millimetres(page) / 25.4) * 72;
    const scale = wide / page.width;
    const format = [wide, page.height * scale];
    const orientation = format[0] > format[1] ? "l" : "p";
    const pdf = new jsPDF({ unit: "pt", format, orientation, compress: true, putOnlyUsedFonts: true });
    // No clock and no chance: the same page is the same file.
    pdf.setCreationDate("D:20000101000000+00'00'").setFileId("0".repeat(32));
    pdf.setProperties({ title: page.title, creator: "Matryoscope" });
    const faces = new Faces(pdf, this.#files);
    if (page.ground) fillPath(pdf, `M0,0H${page.width}V${page.height}H0Z`, page.ground, scale);
    for (const item of page.items) {
      if (item.kind === "raster") await putRaster(pdf, item.raster, item, scale);
      else if (item.kind === "path") drawPath(pdf, item, scale);
      else await this.#drawText(pdf, faces, item, scale);
    }
    return mended(new Uint8Array(pdf.output("arraybuffer")));
  }

  async #drawText(pdf: jsPDF, faces: Faces, item: TextItem, scale: number): Promise<void> {
    const { text, font, fill, anchor = "start", halo, y } = item;
    const share = { start: 0, middle: 0.5, end: 1 }[anchor];
    let x = item.x - share * this.measure(text, font);
    for (const run of faces.runs(text, font)) {
      const size = font.size * scale;
      if (run.face) {
        pdf.setFont(run.face).setFontSize(size).setTextColor(fill);
        if (halo) {
          pdf
            .setDrawColor(halo)
            .setLineWidth(HALO * scale)
            .setLineJoin("round")
            .setLineDashPattern([], 0);
          pdf.text(run.text, x * scale, y * scale, { renderingMode: "stroke" });
        }
        pdf.text(run.text, x * scale, y * scale, { renderingMode: "fill" });
      } else {
        const picture = this.#others.draw({ text: run.text, font, fill, halo });
        const { left, top, width, height } = picture;
        await putRaster(pdf, picture.raster, { x: x + left, y: y + top, width, height }, scale);
        faces.unseen(run.text, { x: x * scale, y: y * scale, size, width: this.#width(run.text, font) * scale });
      }
      x += run.face ? faces.faceWidth(run, font) : this.#width(run.text, font);
    }
  }

  #width(text: string, font: Font): number {
    return this.#others.measure(text, font);
  }
}

/**
 * Two words that jsPDF gets wrong, set right in as many bytes: the version in which transparency came, and the name of the
 * collection of letters, at which readers of PDF complain.
 */
function mended(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder("latin1").decode(bytes);
  const write = (at: number, words: string) => {
    for (let i = 0; i < words.length; i++) bytes[at + i] = words.charCodeAt(i);
  };
  write(0, "%PDF-1.4");
  for (const { index } of text.matchAll(/\/Ordering \(Identity-H\)/g)) write(index, "/Ordering (Identity)  ");
  return bytes;
}

type Box = { x: number; y: number; width: number; height: number };

async function putRaster(pdf: jsPDF, raster: Raster, { x, y, width, height }: Box, scale: number): Promise<void> {
  pdf.addImage(await raster.png(), "PNG", x * scale, y * scale, width * scale, height * scale, undefined, "FAST");
}

function drawPath(pdf: jsPDF, { d, fill, stroke, strokeWidth = 1, dash, opacity = 1 }: PathItem, scale: number): void {
  if (opacity < 1) {
    pdf.saveGraphicsState();
    pdf.setGState(pdf.GState({ opacity, "stroke-opacity": opacity }));
  }
  if (fill) fillPath(pdf, d, fill, scale);
  if (stroke) {
    pdf.setDrawColor(stroke).setLineWidth(strokeWidth * scale);
    pdf
      .setLineJoin("round")
      .setLineCap(dash ? "butt" : "round")
      .setLineDashPattern(
        (dash ?? []).map((length) => length * scale),
        0,
      );
    tracePath(pdf, d, scale);
    pdf.stroke();
  }
  if (opacity < 1) pdf.restoreGraphicsState();
}

function fillPath(pdf: jsPDF, d: string, color: string, scale: number): void {
  pdf.setFillColor(color);
  tracePath(pdf, d, scale);
  pdf.fill();
}

function tracePath(pdf: jsPDF, d: string, scale: number): void {
  for (const { to, numbers } of stepsOf(d)) {
    const [a, b, c, e, f, g] = numbers.map((value) => value * scale);
    if (to === "M") pdf.moveTo(a, b);
    else if (to === "L") pdf.lineTo(a, b);
    else if (to === "C") pdf.curveTo(a, b, c, e, f, g);
    else pdf.close();
  }
}
