import { useState } from "react";
import { t } from "../../../i18n";
import { hostingOf, opensHereAlone, pageAddress, sharedState } from "../../../sharing/link";
import { type Choices, embedLink, type Kind, snippet } from "../../../sharing/snippet";
import { type ScopeState, scope } from "../../../state";
import { count } from "../../figures";
import { Segmented } from "../../Segmented";
import { Preview } from "./Preview";
import { SnippetText } from "./SnippetText";
import "./embed-tab.css";

const SIZES = [
  { id: "wide", width: null, height: 500 },
  { id: "800", width: 800, height: 500 },
  { id: "640", width: 640, height: 400 },
  { id: "320", width: 320, height: 240 },
] as const;

/** The view as a part of somebody's page: how it will look there, and what its author copies. */
export function EmbedTab() {
  const [view] = useState(() => scope.getState());
  return hostingOf(view) ? <OwnSpace /> : <EmbedForm view={view} />;
}

function EmbedForm({ view }: { view: ScopeState }) {
  const [kind, setKind] = useState<Kind>("iframe");
  const [size, setSize] = useState<(typeof SIZES)[number]["id"]>("wide");
  const [theme, setTheme] = useState<Choices["theme"]>("system");
  const { width, height } = SIZES.find(({ id }) => id === size)!;
  const choices = { width, height, theme };
  const app = pageAddress();
  const link = sharedState(view, { selection: true });
  const name = t("{title} at {k} dimensions", { title: view.manifest?.title ?? view.data, k: count(view.k) });
  return (
    <div className="sheet-form embed-tab">
      <p className="sheet-note">
        {t("The cloud and the timeline as a part of a page of yours, with a mark that opens all of it in a new tab.")}
      </p>
      <div className="sheet-row">
        <Segmented
          name={t("Size")}
          value={size}
          onChange={setSize}
          choices={SIZES.map(({ id, width, height }) => ({
            value: id,
            label: width === null ? t("Full width") : `${width} × ${height}`,
            title:
              width === null
                ? t("As wide as the page's text, {height} px high", { height })
                : t("{width} px wide, {height} px high", { width, height }),
          }))}
        />
        <Segmented
          name={t("Theme of the view")}
          value={theme}
          onChange={setTheme}
          choices={[
            { value: "system", label: t("As the reader's"), title: t("Dark or light, as the reader's device has it") },
            { value: "dark", label: t("Dark"), title: t("Always on a dark ground") },
            { value: "light", label: t("Light"), title: t("Always on a light ground") },
          ]}
        />
      </div>
      <Preview src={app + embedLink(link, theme)} width={width} height={height} title={name} />
      <Segmented
        name={t("Written as")}
        value={kind}
        onChange={setKind}
        choices={[
          { value: "iframe", label: "HTML", title: t("An iframe: for any page") },
          { value: "react", label: "React", title: t("A component of the package “matryoscope”") },
          { value: "element", label: t("Web component"), title: t("An element of the package “matryoscope”") },
        ]}
      />
      {opensHereAlone(view) && (
        <p className="sheet-warning">
          {t(
            "This page is served to this machine alone: others will not see the view. Host the app, and copy it there.",
          )}
        </p>
      )}
      <SnippetText text={snippet(kind, app, link, choices, name)} />
    </div>
  );
}

/** A file lies with the reader: no page of somebody else's can show it. */
function OwnSpace() {
  return (
    <div className="sheet-form">
      <p>{t("This space lies with you alone, so no other page can show it.")}</p>
      <p className="sheet-note">
        {t("The tab Link tells how to pack and host it. Open it by its address then, and come back here.")}
      </p>
    </div>
  );
}
