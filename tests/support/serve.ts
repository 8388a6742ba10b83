import { preview } from "vite";
import type { TestProject } from "vitest/node";
import { fewerRows } from "./fewer-rows";
import { startSite } from "./site";

/** Serves the built page to the end-to-end tests, with the demo spaces as they are and with a quarter of their rows. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "warn" });
  project.provide("page", (server.resolvedUrls as { local: string[] }).local[0]);
  const quick = await startSite({ instead: await fewerRows(2_500) });
  project.provide("quickPage", quick.url);
  return async () => {
    await server.close();
    await quick.close();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built page. */
    page: string;
    /** The same with 2,500 rows of each demo space, which opens in a third of the time. */
    quickPage: string;
  }
}
