/// <reference types="vite/client" />
import { setCacheNameDetails } from "workbox-core";
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";

/** A file of the built site by its path from the site's folder, and the hash of its bytes. */
interface BuiltFile {
  url: string;
  revision: string;
}

// Filled in when it is built (`scripts/offline`): what the page needs, which is kept when the worker is installed; and
// what is kept once it has been asked for: the demo spaces, large readers, the page that a space is put into.
declare const __PAGE_FILES__: BuiltFile[];
declare const __ASKED_FILES__: BuiltFile[];

/** What of a worker's global scope is used; the page's own types do not know it. */
interface WorkerScope {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: "activate", listener: (event: LateEvent) => void): void;
  addEventListener(type: "message", listener: (event: LateEvent & { data: Message }) => void): void;
}
type LateEvent = Event & { waitUntil(work: Promise<unknown>): void };
type Message = { type: "SKIP_WAITING" } | { type: "KEEP"; payload: string[] };

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;

// Several sites may lie on one origin, as they do on GitHub Pages: each has caches of its own.
setCacheNameDetails({ prefix: "matryoscope", suffix: scope });
const ASKED = `matryoscope-asked-${scope}`;
const revisions = new Map(__ASKED_FILES__.map(({ url, revision }) => [new URL(url, scope).href, revision]));

/** What a file is kept under: its address, and the hash of its bytes, so that another version is another file. */
function keyOf(url: string): string | null {
  const plain = url.replace(/[?#].*$/s, "");
  const revision = revisions.get(plain);
  return revision === undefined ? null : `${plain}?__revision=${revision}`;
}

const asked = new CacheFirst({
  cacheName: ASKED,
  plugins: [{ cacheKeyWillBeUsed: async ({ request }) => keyOf(request.url) ?? request.url }],
});

cleanupOutdatedCaches();
precacheAndRoute(__PAGE_FILES__, { ignoreURLParametersMatching: [/./] });
// Other origins are never answered for: a route without `sameOrigin` would be asked about them too.
registerRoute(({ url, sameOrigin }) => sameOrigin && keyOf(url.href) !== null, asked);
// Who hosts the site may add spaces to the list without building it anew.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.split(/[?#]/)[0] === new URL("datasets/index.json", scope).href,
  new NetworkFirst({ cacheName: ASKED }),
);

worker.addEventListener("activate", (event) => event.waitUntil(forgetOld()));
worker.addEventListener("message", (event) => {
  // Another version takes over when someone says so, and not in the midst of what they do.
  if (event.data.type === "SKIP_WAITING") event.waitUntil(worker.skipWaiting());
  else event.waitUntil(keep(event.data.payload, event));
});

async function forgetOld(): Promise<void> {
  const current = new Set([...revisions.keys()].map(keyOf));
  const cache = await caches.open(ASKED);
  for (const { url } of await cache.keys()) {
    if (url.includes("?__revision=") && !current.has(url)) await cache.delete(url);
  }
}

// What was fetched before this worker was there: from the browser's own cache, where it still has it.
async function keep(urls: string[], event: Event): Promise<void> {
  for (const url of urls) {
    if (keyOf(url) === null) continue;
    const [response, done] = asked.handleAll({ event: event as never, request: new Request(url) });
    // Nobody reads this answer; what is not read would be held in memory.
    await (await response).body?.cancel();
    await done;
  }
}
