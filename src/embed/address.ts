import type { ViewState } from "./protocol";

/**
 * The address that opens the view at a state.
 *
 * @param app where the app lies: its `index.html`, or its folder with a slash at the end
 * @param page what relative addresses are relative to
 * @throws Error when a page cannot open that address
 */
export function viewAddress(app: string, state: ViewState, page: string): string {
  const address = new URL(app, page);
  if (!/^https?:$/.test(address.protocol)) {
    const what = "Where the Matryoscope app lies is not known";
    throw new Error(
      `${what} (${address.href}): use the Vite plugin, or copy the package's folder “app” and name it in src.`,
    );
  }
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(absolute(inLink(state), page))) {
    // A list of no points, and the theme of the device, are what a link says by leaving them out.
    if (value === undefined || String(value) === "" || value === "system") continue;
    params.set(key, String(value));
  }
  params.set("embed", "1");
  address.hash = params.toString().replaceAll("%2C", ",");
  return address.href;
}

/** What a link writes otherwise than as it is: it is asked for once the view listens. */
const ASKED = ["mute", "isolate", "ghost", "trails", "play"] as const;

/** The part of a state that the address says; */
export function inLink(state: ViewState): ViewState {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !ASKED.includes(key as never)));
}

/** and the part that it does not; null where there is none. */
export function besideLink(state: ViewState): ViewState | null {
  const rest = Object.entries(state).filter(([key, value]) => ASKED.includes(key as never) && value !== undefined);
  return rest.length > 0 ? Object.fromEntries(rest) : null;
}

/** The state, with an address of data that is relative to the page made a whole one: the view lies elsewhere. */
export function absolute(state: ViewState, page: string): ViewState {
  const { data } = state;
  return data !== undefined && /^\.{0,2}\//.test(data) ? { ...state, data: new URL(data, page).href } : state;
}
