/** Who speaks the protocol, where it is usually found, and a model of its. */
export const SERVICES: readonly { name: string; base: string; model: string; isHere: boolean }[] = [
  { name: "OpenAI", base: "https://api.openai.com/v1", model: "text-embedding-3-large", isHere: false },
  { name: "Ollama", base: "http://localhost:11434/v1", model: "nomic-embed-text", isHere: true },
  { name: "LM Studio", base: "http://localhost:1234/v1", model: "text-embedding-nomic-embed-text-v1.5", isHere: true },
  { name: "vLLM", base: "http://localhost:8000/v1", model: "Qwen/Qwen3-Embedding-0.6B", isHere: true },
];

/** The host of an address, as typed with or without its protocol; null where it is none. */
export function hostOf(base: string): string | null {
  const typed = base.trim();
  if (typed === "" || /\s/.test(typed)) return null;
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
  return url?.host || null;
}

/** Texts, one a line; empty lines are none. */
export function linesOf(texts: string): string[] {
  return texts.split(/\r?\n/).filter((line) => line.trim() !== "");
}
