import { compileMessage } from "@lingui/message-utils/compileMessage";

/**
 * What a sentence is filled with: the kind of each of its arguments by name, "text" where it is set as it comes.
 *
 * @param {string} message in ICU message format
 * @returns {Record<string, string>} such as `{ n: "plural", name: "text" }`
 */
export function argumentsOf(message) {
  const found = {};
  gather(compileMessage(message), found);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function gather(tokens, found) {
  if (!Array.isArray(tokens)) return;
  for (const token of tokens) {
    if (!Array.isArray(token)) continue;
    const [name, kind = "text", choices] = token;
    // An argument that is chosen by somewhere is also set as text within the choices.
    if (found[name] === undefined || found[name] === "text") found[name] = kind;
    if (choices && typeof choices === "object") for (const choice of Object.values(choices)) gather(choice, found);
  }
}
