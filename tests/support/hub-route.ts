import type { BrowserContext, Route } from "playwright-core";
import type { HubServer } from "./hub-server";

const HOSTS = /^https:\/\/(datasets-server\.)?huggingface\.co\//;

/** Lets a server of the test's own answer in a browser for the hub and its viewer: pages and workers ask the real names. */
export async function routeHub(context: BrowserContext, hub: HubServer): Promise<void> {
  hub.address = "https://huggingface.co";
  await context.route(HOSTS, async (route: Route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: hub.url + pathname + search }) });
  });
}
