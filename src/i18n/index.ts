export { count, numberFormat } from "./number";
export { type Said, said, textOf, type Words } from "./said";
export { LANGUAGES, type Language, language, speak, t } from "./words";
