import { t } from "../../i18n";
import { coloringOf, type ScopeState } from "../../state";
import { type Sharing, sharedState } from "./link-to";

/** What a link to a view tells, in words, one thing each. */
export function carried(state: ScopeState, sharing: Sharing): string[] {
  const link = sharedState(state, sharing);
  const { manifest } = state;
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "en");
  const [k, dims] = [state.k, manifest?.dims ?? state.k].map((count) => numbers.format(count));
  const said = [
    t("{title}, {k} of {dims} dimensions", { title: manifest?.title ?? state.data, k, dims }),
    link.mode === "unit" && t("every vector scaled to length 1"),
    link.axes === "pc" && t("the principal axes themselves"),
    link.size === "true" && t("the cloud at its true size"),
    link.scale === "linear" && t("the timeline divided evenly"),
    t("coloured by {column}", { column: coloringOf(state)?.title ?? state.color }),
    link.mute && t("{n, plural, one {# label muted} other {# labels muted}}", { n: link.mute.length }),
    link.sel && t("{n, plural, one {# point selected} other {# points selected}}", { n: link.sel.length }),
    link.isolate &&
      t("{n, plural, one {# point shown alone} other {# points shown alone}}", { n: link.isolate.length }),
    link.q && t("the search “{query}”", { query: link.q }),
    link.panel && t("the panel that is open"),
    link.compare && t("the cloud it is compared with"),
    link.cam && t("where the camera stands"),
    link.ghost && t("the ghost of {k} dimensions", { k: numbers.format(link.ghost.k) }),
    link.trails && t("trails"),
    link.play && t("how Play goes"),
    link.story && t("stop {n} of the story", { n: link.story }),
    link.theme === "dark" && t("the dark theme"),
    link.theme === "light" && t("the light theme"),
  ];
  return said.filter((part) => typeof part === "string");
}
