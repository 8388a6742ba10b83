import { Workbox } from "workbox-window";
import { scope } from "../state";

const CHECK_MS = 60 * 60 * 1000;

/**
 * Has the browser keep the page for when there is no network: its files, and each demo space once it has been read. A
 * new version of the page is fetched beside it and offered.
 */
export async function keepOffline(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  // A page within another one, and who pays by the byte, keep nothing.
  if (!("serviceWorker" in navigator) || window.top !== window || connection?.saveData) return;
  const workbox = new Workbox(new URL("sw.js", document.baseURI).href);
  const offer = (reload: () => void) => scope.setState({ update: reload });
  let isAccepted = false;
  workbox.addEventListener("waiting", () =>
    offer(() => {
      isAccepted = true;
      workbox.messageSkipWaiting();
    }),
  );
  workbox.addEventListener("controlling", ({ isUpdate, isExternal }) => {
    // Where another tab accepted it, this one goes on with what it has, and may follow.
    if (isAccepted) location.reload();
    else if (isUpdate || isExternal) offer(() => location.reload());
  });
  if (!(await workbox.register({ immediate: true }))) return;
  await workbox.active;
  followSpaces((urls) => workbox.messageSW({ type: "KEEP", payload: urls }));
  setInterval(() => {
    if (document.visibilityState === "visible" && navigator.onLine) workbox.update().catch(() => {});
  }, CHECK_MS);
}

/** Tells the files of each demo space when all of it has been read, the one that is open among them. */
function followSpaces(keep: (urls: string[]) => void): void {
  const kept = new Set<string>();
  const look = () => {
    const { data, manifest, progress, spaces } = scope.getState();
    if (!manifest || progress.columns < manifest.dims || kept.has(data)) return;
    if (!spaces.some(({ name }) => name === data)) return;
    kept.add(data);
    const folder = new URL(`datasets/${encodeURIComponent(data)}/`, document.baseURI);
    const files = ["dataset.json", ...Object.values(manifest.files).filter((file) => file !== undefined)];
    keep(files.map((file) => new URL(file, folder).href));
  };
  look();
  scope.subscribe(look);
}
