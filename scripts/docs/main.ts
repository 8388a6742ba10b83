import { readFileSync, writeFileSync } from "node:fs";
import { LINK_PAGE, linkPage } from "./link-page";

// Makes the parts of the docs that are made: `npm run docs`, after a doc comment has changed.
writeFileSync(LINK_PAGE, linkPage(readFileSync(LINK_PAGE, "utf8")));
