/** Hands bytes or a text to the browser as a file to keep. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download begins in a later task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
