export { joined } from "./joined";
export { count, numberFormat } from "./number";
export { type Said, said, textOf, type Values, type Words } from "./said";
export { LANGUAGES, type Language, language, onSpoken, speak, t } from "./words";
