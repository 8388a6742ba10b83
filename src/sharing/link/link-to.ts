import { type LinkState, linkOf, type ScopeState, writeLink } from "../../state";

/** Links of more characters than this are cut off by some programs. */
export const LONG = 2_000;

/** What of the view is left out of a link. */
export interface Sharing {
  /** Whether the points that are selected and those that alone are shown are in it. */
  selection: boolean;
}

/** What a link to a view says. Space and k are named, even where they are the usual ones: those may change. */
export function sharedState(state: ScopeState, { selection }: Sharing): LinkState {
  const link = linkOf(state);
  const named = { ...link, data: state.data, k: state.k };
  return selection ? named : { ...named, sel: undefined, isolate: undefined };
}

/** The address of this page with a view. */
export function linkTo(state: ScopeState, sharing: Sharing): string {
  return pageAddress() + writeLink(sharedState(state, sharing));
}

/** The address of this page, without a view. */
export function pageAddress(): string {
  return location.href.replace(/#.*$/s, "");
}

/** Whether the page itself, or what it shows, is served to this machine alone. */
export function opensHereAlone({ data }: Pick<ScopeState, "data">): boolean {
  const addresses = /^https?:/.test(data) ? [data] : [];
  return [pageAddress(), ...addresses].some((address) => {
    const { protocol, hostname } = new URL(address);
    return protocol === "file:" || hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
  });
}
