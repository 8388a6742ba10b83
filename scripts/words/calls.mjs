import { parseAst } from "vite";

/** The functions whose first argument is a sentence of the interface. */
const SPEAKERS = new Set(["t", "said"]);

/**
 * The sentences of a module: every call `t("…")` or `said("…")`, with the place of its text.
 *
 * @param {string} code a module in TypeScript or JavaScript, with JSX where its name says so
 * @param {string} path its name
 * @returns {{ message: string | null, start: number, end: number }[]} null where the text is not written there
 */
export function sentences(code, path) {
  const found = [];
  visit(parse(code, path), (node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || !SPEAKERS.has(node.callee.name)) return;
    const [first] = node.arguments;
    if (first) found.push({ message: textOf(first), start: first.start, end: first.end });
  });
  return found;
}

const parse = (code, path) => parseAst(code, { lang: path.endsWith("x") ? "tsx" : "ts" });

/** Walks a syntax tree, parents first. */
export function visit(node, see) {
  if (Array.isArray(node)) for (const one of node) visit(one, see);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") see(node);
    for (const value of Object.values(node)) if (value && typeof value === "object") visit(value, see);
  }
}

/** Whether a module puts a sentence into words while it is loaded: calls `t` outside of any function. */
export function isSpoken(code, path) {
  let spoken = false;
  const look = (node) => {
    if (Array.isArray(node)) node.forEach(look);
    else if (node && typeof node === "object" && !/Function|Method|PropertyDefinition/.test(node.type ?? "")) {
      if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "t")
        spoken = true;
      Object.values(node).forEach(look);
    }
  };
  look(parse(code, path));
  return spoken;
}

function textOf(node) {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === null || right === null ? null : left + right;
}
