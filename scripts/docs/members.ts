/** A member of an interface, with what its doc comment says. */
export interface Member {
  name: string;
  /** As it is declared, without its name and the semicolon. */
  type: string;
  says: string;
  /** `@values` and the like, in one line each. */
  tags: Record<string, string>;
}

/**
 * The members of an interface that is written as ours are: a doc comment before each, two spaces deep.
 *
 * @throws Error where there is no such interface, or a member has no comment
 */
export function membersOf(code: string, name: string): Member[] {
  const body = new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(code)?.[1];
  if (body === undefined) throw new Error(`There is no interface ${name}.`);
  const found = [...body.matchAll(/(?: {2}\/\*\*([\s\S]*?)\*\/\n)? {2}(?:readonly )?(\w+)(\??[:(][^\n]*);\n/g)];
  return found.map(([, comment, member, type]) => {
    if (comment === undefined) throw new Error(`${name}.${member} has no comment.`);
    const text = comment
      .split("\n")
      .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
      .join("\n");
    const [says, ...tagged] = text.split(/^@/m);
    const tags = tagged.map((tag): [string, string] => {
      const [, key, value] = /^(\w+)\s+([\s\S]*)$/.exec(tag) as RegExpExecArray;
      return [key, oneLine(value)];
    });
    return { name: member, type: type.replace(/^\??:? ?/, ""), says: oneLine(says), tags: Object.fromEntries(tags) };
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
