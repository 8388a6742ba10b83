/** Hands a file to the browser to keep. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download begins in a later task, and of a large file it takes a while to be read.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
