import { encode } from "uqr";

/** A QR code, ready to be drawn. */
export interface QrCode {
  /** Modules a side, with the quiet zone of four at each edge. */
  size: number;
  /** The dark modules, as the path of an SVG whose unit is a module. */
  path: string;
  /** Whether it has so many modules that a phone does not read it from far away. */
  dense: boolean;
}

const QUIET = 4;
/** From the tenth row a phone tells about so many modules of a code as high as the screen. */
const FAR = 85;

/** The code of a text of ASCII; null where it is longer than a code can hold (2,953 bytes). */
export function qrCode(text: string): QrCode | null {
  let code: ReturnType<typeof encode>;
  try {
    // The lowest level makes the largest modules, and is raised as far as they stay as large.
    code = encode(text, { ecc: "L", boostEcc: true, border: QUIET });
  } catch {
    return null;
  }
  const parts: string[] = [];
  code.data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) parts.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
    }
  });
  return { size: code.size, path: parts.join(""), dense: code.size - 2 * QUIET > FAR };
}
