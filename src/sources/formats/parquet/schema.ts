import type { SchemaElement, SchemaTree } from "hyparquet";

/** One column as Parquet stores it: the end of a path through nested groups. */
export interface Leaf {
  /** The path with dots, without the steps that only make a list: `data.embedding`. */
  name: string;
  /** Which column chunk of a row group is its. */
  index: number;
  element: SchemaElement;
  /** From the root to it, as hyparquet takes it. */
  tree: SchemaTree[];
  /** The definition level at which a value is there. */
  defined: number;
  /** How many lists it lies in. */
  lists: number;
  /** The definition level from which on the innermost of them has an element. */
  listed: number;
}

/** The columns of a file, as many and in the order of the chunks in its row groups. */
export function leavesOf(root: SchemaTree): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (path: SchemaTree[], names: string[]) => {
    const node = path[path.length - 1];
    if (!node.children.length) {
      // A group without columns.
      if (!node.element.type) return;
      const steps = path.slice(1).map(({ element }) => element.repetition_type);
      const lastList = steps.lastIndexOf("REPEATED");
      leaves.push({
        name: names.join("."),
        index: leaves.length,
        element: node.element,
        tree: path,
        defined: steps.filter((step) => step !== "REQUIRED").length,
        lists: steps.filter((step) => step === "REPEATED").length,
        listed: steps.slice(0, lastList + 1).filter((step) => step !== "REQUIRED").length,
      });
      return;
    }
    for (const child of node.children)
      walk([...path, child], isStep(path, child) ? names : [...names, child.element.name]);
  };
  for (const child of root.children) walk([root, child], [child.element.name]);
  return leaves;
}

/** Whether a node is there only to make its parent a list, as in `embedding.list.element`. */
function isStep(path: SchemaTree[], child: SchemaTree): boolean {
  const parent = path[path.length - 1];
  const isList = ({ element }: SchemaTree) =>
    element.converted_type === "LIST" || element.logical_type?.type === "LIST";
  if (isList(parent)) return parent.children.length === 1 && child.element.repetition_type === "REPEATED";
  const above = path[path.length - 2];
  return Boolean(
    above && isList(above) && parent.element.repetition_type === "REPEATED" && parent.children.length === 1,
  );
}

const INTEGERS = new Set(["INT32", "INT64"]);

/** Whether its values are numbers, and of which kind; null where they are not, or are dates and the like. */
export function numberOf({ element }: Leaf): "half" | "int8" | "number" | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === "FLOAT16") return "half";
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") return "number";
  if (type === "FLOAT" || type === "DOUBLE") return "number";
  if (!type || !INTEGERS.has(type)) return null;
  if (converted === "INT_8" || (logical?.type === "INTEGER" && logical.bitWidth === 8 && logical.isSigned))
    return "int8";
  const plain = !converted || /^U?INT_/.test(converted);
  return plain && (!logical || logical.type === "INTEGER") ? "number" : null;
}

export function isText({ element }: Leaf): boolean {
  const { converted_type: converted, logical_type: logical } = element;
  return (
    ["UTF8", "ENUM", "JSON"].includes(converted ?? "") ||
    ["STRING", "ENUM", "JSON", "UUID"].includes(logical?.type ?? "")
  );
}

/** Bytes of no declared meaning. */
export function isBytes({ element }: Leaf): boolean {
  return /BYTE_ARRAY$/.test(element.type ?? "") && !element.converted_type && !element.logical_type;
}

/** What people call its type: `list<double>`, `decimal(9,2)`, `fixed_len_byte_array(384)`. */
export function typeName(leaf: Leaf): string {
  const {
    type,
    type_length: length,
    converted_type: converted,
    logical_type: logical,
    precision,
    scale,
  } = leaf.element;
  let name = type === "BYTE_ARRAY" ? "bytes" : (type?.toLowerCase() ?? "nothing");
  if (type === "FIXED_LEN_BYTE_ARRAY") name = `fixed_len_byte_array(${length})`;
  if (converted) name = converted === "UTF8" ? "string" : converted.toLowerCase().replace("int_", "int");
  if (logical?.type === "INTEGER") name = `${logical.isSigned ? "" : "u"}int${logical.bitWidth}`;
  else if (logical) name = logical.type.toLowerCase();
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") name = `decimal(${precision ?? 0},${scale ?? 0})`;
  for (let i = 0; i < leaf.lists; i++) name = `list<${name}>`;
  return name;
}
