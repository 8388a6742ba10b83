/** How a line is written. */
export interface Writing {
  /** Pixels. */
  size: number;
  weight: 400 | 600 | 650;
  color: string;
  /** A soft edge in this colour keeps it legible over points. */
  halo: string;
  align?: "left" | "right" | "center";
  opacity?: number;
}

/** The page's own faces. */
const FAMILIES = "system-ui, sans-serif";

const fontOf = ({ size, weight }: Pick<Writing, "size" | "weight">) => `${weight} ${size}px ${FAMILIES}`;

/** How wide a line is as `write` writes it. */
export function widthOf(
  context: CanvasRenderingContext2D,
  text: string,
  how: Pick<Writing, "size" | "weight">,
): number {
  context.font = fontOf(how);
  const figure = context.measureText("0").width;
  return piecesOf(text).reduce(
    (sum, piece) => sum + (FIGURE.test(piece) ? figure : context.measureText(piece).width),
    0,
  );
}

/**
 * Writes a line. Figures are all as wide, so that a number that counts does not tremble; what is between them is set as
 * one piece, with the kerning and joining of its script.
 *
 * @returns its width
 */
export function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, how: Writing): number {
  const width = widthOf(context, text, how);
  const { align = "left", color, halo, size, opacity = 1 } = how;
  let at = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  context.save();
  context.globalAlpha = opacity;
  context.font = fontOf(how);
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  context.strokeStyle = halo;
  context.fillStyle = color;
  context.lineWidth = Math.max(2, size / 5);
  const figure = context.measureText("0").width;
  const pieces = piecesOf(text).map((piece) => {
    const isFigure = FIGURE.test(piece);
    const own = context.measureText(piece).width;
    const left = isFigure ? at + (figure - own) / 2 : at;
    at += isFigure ? figure : own;
    return { piece, left };
  });
  context.textAlign = "left";
  // All edges before all letters: an edge would lie over the letter before it.
  for (const { piece, left } of pieces) context.strokeText(piece, left, y);
  for (const { piece, left } of pieces) context.fillText(piece, left, y);
  context.restore();
  return width;
}

const FIGURE = /^[0-9]$/;

/** Single figures, and what is between them. */
function piecesOf(text: string): string[] {
  return text.split(/([0-9])/).filter((piece) => piece !== "");
}

/** The text as far as there is room for it, with an ellipsis where it is cut. */
export function fitted(
  context: CanvasRenderingContext2D,
  text: string,
  room: number,
  how: Pick<Writing, "size" | "weight">,
): string {
  if (widthOf(context, text, how) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(context, `${letters.join("").trimEnd()}…`, how) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
