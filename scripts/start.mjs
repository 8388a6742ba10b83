// npm start: installs what is missing, builds, serves, prints the address. --open opens it, --port N chooses the port.
import { parseArgs } from "node:util";
import { ensureInstalled, npm } from "./install.mjs";

const { values } = parseArgs({
  options: { open: { type: "boolean", default: false }, port: { type: "string", default: "4173" } },
});
ensureInstalled();
if (npm(["run", "-s", "build", "--", "--logLevel", "warn"]).status !== 0) {
  console.error("The build failed: see the words above. In a fresh clone this is a bug; please report it.");
  process.exit(1);
}
const { preview } = await import("vite");
const server = await preview({
  preview: { port: Number(values.port), host: "127.0.0.1", open: values.open },
  logLevel: "warn",
});
console.log(`Matryoscope is at ${server.resolvedUrls.local[0]} (stop with Ctrl+C).`);
