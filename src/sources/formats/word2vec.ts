import { said } from "../../i18n/said";
import type { Format } from "../table";
import { encodingOf } from "./text/encoding";
import { openBinary } from "./word2vec/binary";
import { headerOf, isBinary, isHeaderless, numbersOf, wholeLines } from "./word2vec/sniff";
import { openText } from "./word2vec/text";

const HEAD = 1 << 16;
const SUFFIXES = [".vec", ".w2v", ".word2vec", ".glove"];

/** Words and their vectors: word2vec's text and binary forms, fastText's `.vec`, and GloVe's text without a header. */
export const word2vec: Format = {
  id: "word2vec",
  label: said("word2vec or GloVe"),
  suffixes: [...SUFFIXES, ".txt"],
  sniff(head, { name, size }) {
    const header = headerOf(head);
    const isText = encodingOf(head) !== null;
    if (!header) return isText && isHeaderless(wholeLines(head, size)) ? "maybe" : null;
    const [, first] = isText ? wholeLines(head, size) : [];
    const follows = isText ? first !== undefined && numbersOf(first) === header.dims : isBinary(head, header);
    if (follows) return "sure";
    return SUFFIXES.some((suffix) => name.toLowerCase().endsWith(suffix)) ? "maybe" : null;
  },
  async open(file, { signal }) {
    const head = await file.slice(0, HEAD);
    const header = headerOf(head);
    return [header && encodingOf(head) === null ? openBinary(file, header) : await openText(file, header, signal)];
  },
};
