import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "vite";

/** A page of somebody else: an article on a server, and so of an origin, of its own. */
export interface Article {
  url: string;
  close(): void;
}

/**
 * Starts a server over one page, which can import the modules of `src/embed` that are named, each built as the package
 * has it.
 *
 * @param body what stands in it, below a head and a style
 */
export async function startArticle(body: string, modules: readonly string[]): Promise<Article> {
  const scripts = new Map<string, string>();
  for (const name of modules) scripts.set(`/${name}.js`, await bundled(name));
  const page = `<!doctype html><html lang="en"><head><title>An article</title><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><style>body { margin: 0; } iframe { border: 0; }</style></head>
    <body>${body}</body></html>`;
  const server = createServer(({ url = "/" }, response) => {
    const script = scripts.get(url);
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? page);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Another name of this machine than the one that the app is served under.
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry: `src/embed/${name}.ts`, formats: ["es"] }, minify: false },
  });
  const [{ output }] = result as { output: { code: string }[] }[];
  return output[0].code;
}
