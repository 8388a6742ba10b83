import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** How `app-url.ts` says where the app lies: on a page made with Vite it lies elsewhere. */
const BESIDE = 'new URL("./app/index.html", here).href';

export interface Options {
  /** The folder of the site that the app goes to. */
  at?: string;
}

/**
 * Puts the Matryoscope app, which comes with this package, into a site made with Vite: served while it is developed,
 * and beside its other files when it is built. The component and the element find it there.
 */
export function matryoscope({ at = "matryoscope" }: Options = {}): Plugin {
  const folder = fileURLToPath(new URL("./app/", import.meta.url));
  const lib = fileURLToPath(new URL("./", import.meta.url))
    .split(sep)
    .join("/");
  const place = `${at.replace(/^\/+|\/+$/g, "")}/`;
  let base = "/";
  return {
    name: "matryoscope",
    config: () => ({
      // Made into one file with other packages, it would be past this plugin. What it stands on may be.
      optimizeDeps: { exclude: ["matryoscope"], include: ["matryoscope > valibot"] },
    }),
    configResolved(config) {
      if (!existsSync(join(folder, "index.html"))) throw new Error(`The app is missing from the package: ${folder}`);
      base = config.base;
    },
    transform(code, id) {
      if (!id.startsWith(lib) || !code.includes(BESIDE)) return null;
      // A base that is relative is so to the page.
      const path = JSON.stringify(`${base === "" ? "./" : base}${place}index.html`);
      const where = `(typeof document === "undefined" ? ${path} : new URL(${path}, document.baseURI).href)`;
      return { code: code.replace(BESIDE, where), map: null };
    },
    configureServer(server) {
      const root = `${base.startsWith("/") ? base : "/"}${place}`;
      server.middlewares.use((request, response, next) => {
        const path = decoded(request.url ?? "/");
        const file = path?.startsWith(root) ? join(folder, path.slice(root.length) || "index.html") : null;
        if (!file?.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return next();
        response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
        createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const file of filesOf(folder)) {
        this.emitFile({ type: "asset", fileName: place + file, source: readFileSync(join(folder, file)) });
      }
    },
  };
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://site").pathname);
  } catch {
    return null;
  }
}

/** Every file of a folder, by its path in it. */
function filesOf(folder: string, under = ""): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under + entry.name;
    return entry.isDirectory() ? filesOf(folder, `${path}/`) : [path];
  });
}
