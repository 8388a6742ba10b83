// Sentences are compiled here: the command line speaks English alone, and runs as it is written, too.
import "../src/i18n/compile";
import { SourceError } from "../src/sources";
import { UsageError } from "./arguments";
import * as merging from "./merge";
import * as packing from "./pack";
import * as profiling from "./profile";
import * as projecting from "./project";
import * as recalling from "./recall";
import type { Report } from "./report";
import * as serving from "./serve";
import * as summarising from "./summarise";

interface Command {
  usage: string;
  run(args: string[]): Promise<Report>;
}

const commands: Record<string, Command> = {
  project: { usage: projecting.usage, run: projecting.project },
  profile: { usage: profiling.usage, run: profiling.profile },
  recall: { usage: recalling.usage, run: recalling.recall },
  pack: { usage: packing.usage, run: packing.pack },
  summarise: { usage: summarising.usage, run: summarising.summarise },
  merge: { usage: merging.usage, run: merging.merge },
  serve: { usage: serving.usage, run: serving.serve },
};

const help = [
  "matryoscope: what each dimension of an embedding buys",
  "",
  ...Object.values(commands).map(({ usage }) => `  matryoscope ${usage}`),
  "",
  "DATA is a dataset folder, a file, the address of one, or a table of a database:",
  "",
  "  postgres://USER@HOST/DB?table=NAME[&vector=COLUMN][&title=COLUMN][&text=COLUMN]      password: PGPASSWORD",
  "  qdrant://HOST:6333/COLLECTION[?vector=NAME], qdrants:// for https                    key: QDRANT_API_KEY",
  "  weaviate://HOST:8080/CLASS[?vector=NAME][&tenant=NAME], weaviates:// for https       key: WEAVIATE_API_KEY",
  "",
  "--json prints one JSON object on standard output.",
].join("\n");

/**
 * The command line. Prints what a command found on standard output; what goes wrong is one line on standard error.
 *
 * @returns the exit code: 0, 2 for a wrong input, 1 for an error of our own
 */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(help);
    return name === undefined ? 2 : 0;
  }
  try {
    if (!Object.hasOwn(commands, name)) {
      throw new UsageError(`There is no command "${name}": it is one of ${Object.keys(commands).join(", ")}.`);
    }
    if (args.includes("--help") || args.includes("-h")) {
      console.log(`matryoscope ${commands[name].usage}`);
      return 0;
    }
    const report = await commands[name].run(args);
    for (const note of report.notes ?? []) console.error(`matryoscope: ${note}`);
    console.log(args.includes("--json") ? JSON.stringify(report.json) : report.lines.join("\n"));
    await report.until;
    return 0;
  } catch (error) {
    const wrong = error instanceof UsageError || error instanceof SourceError || error instanceof RangeError;
    const words = error instanceof Error ? error.message : String(error);
    console.error(`matryoscope: ${words.replace(/\s*\n\s*/g, " ")}`);
    return wrong ? 2 : 1;
  }
}
