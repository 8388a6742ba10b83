import { isObject } from "../json/leaves";
import { parse } from "../json/parse";

/** One space as the config of TensorBoard's projector names it. */
export interface Embedding {
  name: string;
  /** Rows and dims; null where they are not told. */
  shape: [number, number] | null;
  tensor: string;
  metadata: string | null;
  sprite: boolean;
}

/** Whether a text is such a config, or the beginning of one: in JSON, or as a protocol buffer in text. */
export function isConfig(text: string): boolean {
  const isJson = /^\s*\{\s*"/.test(text) && /"embeddings"\s*:\s*\[\s*\{/.test(text);
  return (
    (isJson && /"tensor_?[pP]ath"\s*:/.test(text)) ||
    (/^\s*(model_\w+\s*:.*\n\s*)?embeddings\s*\{/.test(text) && /tensor_path\s*:/.test(text))
  );
}

/** The spaces of a config, those without vectors in a file of their own left out; null where it is none. */
export function embeddingsIn(text: string): Embedding[] | null {
  const config = text.trimStart().startsWith("{") ? parse(text) : fromProto(text);
  if (!isObject(config) || !Array.isArray(config.embeddings)) return null;
  return config.embeddings.filter(isObject).flatMap((one, i): Embedding[] => {
    const field = (name: string) => one[name] ?? one[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
    const tensor = field("tensorPath");
    if (typeof tensor !== "string" || tensor === "") return [];
    const [name, metadata, shape] = [field("tensorName"), field("metadataPath"), field("tensorShape")];
    return [
      {
        name: typeof name === "string" && name !== "" ? name : `tensor ${i + 1}`,
        shape: isShape(shape) ? shape : null,
        tensor,
        metadata: typeof metadata === "string" && metadata !== "" ? metadata : null,
        sprite: isObject(field("sprite")),
      },
    ];
  });
}

function isShape(shape: unknown): shape is [number, number] {
  return Array.isArray(shape) && shape.length === 2 && shape.every((n) => Number.isSafeInteger(n) && n > 0);
}

/** What PyTorch and TensorFlow write beside their logs: `embeddings { tensor_name: "a" tensor_path: "b.tsv" }`. */
function fromProto(text: string): { embeddings: Record<string, unknown>[] } {
  const embeddings: Record<string, unknown>[] = [];
  for (const [, body] of text.matchAll(/\bembeddings\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g)) {
    const one: Record<string, unknown> = {};
    const shape: number[] = [];
    for (const [, field, quoted, number] of body.matchAll(/(\w+)\s*:\s*(?:["']([^"']*)["']|(\d+))/g)) {
      if (field === "tensor_shape") shape.push(Number(number));
      else one[field] ??= quoted ?? Number(number);
    }
    if (/\bsprite\s*\{/.test(body)) one.sprite = {};
    embeddings.push({ ...one, tensor_shape: shape });
  }
  return { embeddings };
}
