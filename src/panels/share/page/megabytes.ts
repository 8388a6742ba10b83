const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 0, maximumFractionDigits: 1 });

/** A file's size as mail programs and file managers tell it, by the million bytes: "24.3 MB". */
export function megabytes(bytes: number): string {
  return `${tenths.format(bytes / 1e6)} MB`;
}
