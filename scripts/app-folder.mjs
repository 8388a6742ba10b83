// The built page as the package carries it: without the demo spaces, which are as large as all the rest ten times over.
import { cpSync, rmSync } from "node:fs";
import { relative, sep } from "node:path";

rmSync("app", { recursive: true, force: true });
cpSync("dist", "app", { recursive: true, filter: (from) => relative("dist", from).split(sep)[0] !== "datasets" });
