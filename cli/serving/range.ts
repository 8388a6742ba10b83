/** Some bytes of a file: from … to, the latter not among them. */
export interface Part {
  from: number;
  to: number;
}

// A file of a petabyte has 16 digits: whoever asks for more does not mean a file.
const FORM = /^bytes=(\d{0,16})-(\d{0,16})$/i;

/**
 * Which bytes a `Range` header asks for (RFC 9110, section 14).
 *
 * @param header as it came; undefined where there is none
 * @param size bytes of the file
 * @returns null for all of it; "refused" for several ranges, for what is none, and for one that lies beyond the end
 */
export function readRange(header: string | undefined, size: number): Part | null | "refused" {
  // A unit that one does not know is passed over, says the RFC.
  if (header === undefined || !/^\s*bytes\s*=/i.test(header)) return null;
  const [, first, last] = FORM.exec(header.replaceAll(/\s/g, "")) ?? [];
  if (first === undefined || (first === "" && last === "")) return "refused";
  if (first === "") {
    const count = Math.min(Number(last), size);
    return count === 0 ? "refused" : { from: size - count, to: size };
  }
  const from = Number(first);
  const to = last === "" ? size : Math.min(Number(last) + 1, size);
  return from < to ? { from, to } : "refused";
}
