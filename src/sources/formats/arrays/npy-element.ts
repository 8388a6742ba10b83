import { type Said, said } from "../../../i18n/said";
import type { Element } from "./element";
import { NUMBER_TYPES } from "./number-type";
import type { Bytes } from "./row-bytes";

/** Texts of code points of four bytes each, filled up with zeros. */
function wideText(bytes: Bytes, big: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, !big);
    // What is no code point is shown as the mark for it, as every decoder does.
    text += String.fromCodePoint(point > 0x10_ffff ? 0xfffd : point);
  }
  return text.replace(/\0+$/, "");
}

const decoder = new TextDecoder();

/** Text up to the zeros that fill it up; UTF-8, of which ASCII is a part. */
export function narrowText(bytes: Bytes): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return decoder.decode(bytes.subarray(0, end));
}

/** What an array of NumPy's type string holds (`<f4`, `<U12`), or null: neither numbers nor texts. */
export function npyElement(descr: string): Element | null {
  const [, order, kind, size] = /^([<>|=]?)([a-zA-Z])(\d+)$/.exec(descr) ?? [];
  const big = order === ">";
  const type = Object.hasOwn(NUMBER_TYPES, `${kind}${size}`) ? NUMBER_TYPES[`${kind}${size}`] : null;
  if (type) return { kind: "number", type, big };
  if (kind === "U") return { kind: "text", bytes: 4 * Number(size), text: (bytes) => wideText(bytes, big) };
  if (kind === "S" || kind === "a") return { kind: "text", bytes: Number(size), text: narrowText };
  return null;
}

/** Why there is no reading an array of this type, and what to do about it. */
export function unreadable(descr: string): { why: Said; remedy: Said } {
  if (/^\|?O/.test(descr)) {
    return {
      why: said("holds Python objects (a pickle), which could be any program and are not read"),
      remedy: said(
        "Save numbers as np.save(path, np.stack(x).astype('float32')) and texts as np.array(texts, dtype=str).",
      ),
    };
  }
  if (descr.startsWith("[") || descr.includes("V")) {
    return {
      why: said("is a table of named fields (a structured array)"),
      remedy: said("Save its fields one by one: np.savez(path, vectors=x['vectors'], title=x['title'])."),
    };
  }
  return {
    why: said("holds values of the type {descr}, which is no type of plain numbers", { descr }),
    remedy: said("Save it as float32: np.save(path, x.astype('float32'))."),
  };
}
