import { preview } from "vite";
import type { TestProject } from "vitest/node";

/** Serves the built page to the end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "warn" });
  project.provide("page", (server.resolvedUrls as { local: string[] }).local[0]);
  return () => server.close();
}

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built page. */
    page: string;
  }
}
