import { parseAst } from "vite";

/** What shows or speaks its text: as an attribute of any element, or only of a component of ours. */
const SHOWN =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|placeholder|alt|label|empty|caption)$/;
const SHOWN_BY_COMPONENTS = /^(name|text|what|words|says|does|remedy|where)$/;
/** Keys of objects that are shown somewhere: captions of choices, names of series, heads of tables. */
const SHOWN_KEYS =
  /^(aria-label|title|label|says|does|where|caption|empty|hint|remedy|what|reason|heads|placeholder|interval)$/;
/** Attributes whose text nobody reads. */
const UNREAD = /^(className|d|viewBox|points|transform|style|type|role|key|id|href|src|rel|target|stroke.*|data-.*)$/;
/** Calls that put into words, or whose texts are for the machine or for who writes code. */
const SPEAKERS = new Set(["t", "said"]);
const UNREAD_CALLS =
  /^(matchMedia|querySelector(All)?|closest|matches|getItem|setItem|removeItem|Error|TypeError|RangeError|DOMException|includes|URL|RegExp|test|addEventListener|import)$/;

const LETTER = /\p{L}/u;
/** Two words: a sentence, or the beginning of one. */
const WORDS = /\p{L}{2,}[,;:]? \p{L}{2,}/u;
/** A name is an identifier unless it has a space or begins as a sentence does. */
const NAME = /^\p{Lu}|\p{L} \p{L}/u;

/**
 * The texts of a module that a reader would see in English whatever the language: in JSX, in attributes and under keys
 * that are shown, and whole sentences anywhere else.
 *
 * @param {string} code a module in TypeScript
 * @param {string} path its path, which says whether it has JSX
 * @returns {string[]}
 */
export function untranslated(code, path) {
  const found = [];
  /** @param {any} node @param {RegExp} pattern what is taken for language here; null where nothing is */
  const walk = (node, pattern) => {
    if (Array.isArray(node)) for (const one of node) walk(one, pattern);
    if (!node || typeof node.type !== "string") return;
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        if (node.source) return;
        break;
      case "TSLiteralType":
      case "TSTemplateLiteralType":
        return;
      case "JSXText":
        if (LETTER.test(node.value)) found.push(node.value.trim());
        return;
      case "JSXElement":
        walk(node.openingElement, null);
        for (const child of node.children) walk(child, LETTER);
        return;
      case "JSXOpeningElement": {
        const isOurs = node.name.type !== "JSXIdentifier" || /^[A-Z]/.test(node.name.name);
        for (const attribute of node.attributes) {
          const name = attribute.name?.name ?? "";
          if (UNREAD.test(name)) continue;
          const isShown = SHOWN.test(name) || (isOurs && SHOWN_BY_COMPONENTS.test(name));
          walk(attribute.value ?? attribute.argument, isShown ? LETTER : WORDS);
        }
        return;
      }
      case "CallExpression":
      case "NewExpression": {
        const callee = node.callee.property?.name ?? node.callee.name ?? "";
        if (SPEAKERS.has(callee)) return walk(node.arguments.slice(1), WORDS);
        walk(node.callee, WORDS);
        if (!UNREAD_CALLS.test(callee)) walk(node.arguments, WORDS);
        return;
      }
      case "Property": {
        const key = String(node.key.name ?? node.key.value ?? "");
        walk(node.value, SHOWN_KEYS.test(key) ? LETTER : key === "name" ? NAME : WORDS);
        return;
      }
      case "BinaryExpression":
        // Compared with, and not shown.
        if (node.operator !== "+") return;
        break;
      case "MemberExpression":
        walk(node.object, WORDS);
        return;
      case "ConditionalExpression":
        walk(node.test, WORDS);
        walk([node.consequent, node.alternate], pattern);
        return;
      case "LogicalExpression":
        walk(node.left, node.operator === "&&" ? WORDS : pattern);
        walk(node.right, pattern);
        return;
      case "Literal":
        if (typeof node.value === "string" && (pattern ?? WORDS).test(node.value)) found.push(node.value);
        return;
      case "TemplateLiteral": {
        const text = node.quasis.map((part) => part.value.cooked).join("…");
        if ((pattern ?? WORDS).test(text)) found.push(text);
        walk(node.expressions, WORDS);
        return;
      }
      case "TaggedTemplateExpression":
        return;
    }
    const keeps = /^(JSX|Conditional|Parenthesized|TS|Array|Binary|Chain)/.test(node.type);
    for (const [key, value] of Object.entries(node)) {
      if (key !== "type" && value && typeof value === "object") walk(value, keeps ? pattern : WORDS);
    }
  };
  walk(parseAst(code, { lang: path.endsWith("x") ? "tsx" : "ts" }), WORDS);
  return found;
}
