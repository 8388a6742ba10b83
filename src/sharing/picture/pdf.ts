import cyrillic400 from "@fontsource/inter/files/inter-cyrillic-400-normal.woff?url";
import cyrillic600 from "@fontsource/inter/files/inter-cyrillic-600-normal.woff?url";
import greek400 from "@fontsource/inter/files/inter-greek-400-normal.woff?url";
import greek600 from "@fontsource/inter/files/inter-greek-600-normal.woff?url";
import latin400 from "@fontsource/inter/files/inter-latin-400-normal.woff?url";
import latin600 from "@fontsource/inter/files/inter-latin-600-normal.woff?url";
import latinExt400 from "@fontsource/inter/files/inter-latin-ext-400-normal.woff?url";
import latinExt600 from "@fontsource/inter/files/inter-latin-ext-600-normal.woff?url";
import type { FontFile } from "./pdf-faces";
import { textPictures } from "./text-picture";
import { trueTypeOf } from "./woff";
import { PdfWriter } from "./write-pdf";

const FILES = [
  ["Latin", latin400, latin600],
  ["LatinExt", latinExt400, latinExt600],
  ["Greek", greek400, greek600],
  ["Cyrillic", cyrillic400, cyrillic600],
] as const;

let writer: Promise<PdfWriter> | null = null;

/** What writes pages as PDF, its faces fetched once. */
export function pdfWriter(): Promise<PdfWriter> {
  writer ??= makeWriter().catch((error) => {
    // Another try may reach them.
    writer = null;
    throw error;
  });
  return writer;
}

async function makeWriter(): Promise<PdfWriter> {
  const files = FILES.flatMap(([letters, plain, bold]) => [
    fontFile(`Inter${letters}`, 400, plain),
    fontFile(`Inter${letters}`, 600, bold),
  ]);
  return new PdfWriter(await Promise.all(files), textPictures);
}

async function fontFile(name: string, weight: FontFile["weight"], url: string): Promise<FontFile> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The face of the text could not be fetched (${answer.status})`);
  return { name: `${name}${weight}`, weight, bytes: trueTypeOf(new Uint8Array(await answer.arrayBuffer())) };
}
