import { useEffect } from "react";
import { t } from "../../../i18n";
import { useGround } from "../../../scene";
import { scope, useScope } from "../../../state";
import { prepare, useFilm } from "./desk";
import { Fields } from "./Fields";
import { Foot } from "./Foot";
import { Presets } from "./Presets";
import { Preview } from "./Preview";
import { useAnswers } from "./use-answers";
import "./film.css";

/** A film of the open space: what it shows, a look at it, and the button that makes it. */
export function FilmTab() {
  const ground = useGround();
  const settings = useFilm((state) => state.settings);
  const isMaking = useFilm((state) => state.job !== null);
  const space = useScope((state) => state.manifest);
  const allThere = useScope(({ manifest, progress }) => manifest !== null && progress.columns >= manifest.dims);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another space has other dims
  useEffect(() => prepare(ground), [space, ground]);
  useAnswers(allThere ? settings : null);
  if (!settings || !space) return null;
  return (
    <div className="sheet-form film">
      <Presets dims={space.dims} disabled={isMaking} />
      {allThere ? (
        <Preview settings={settings} />
      ) : (
        <p className="sheet-note">{t("The film can be made once all dimensions have arrived.")}</p>
      )}
      <fieldset disabled={isMaking}>
        <Fields settings={settings} dims={space.dims} />
      </fieldset>
      <Alone />
      <Foot settings={settings} ready={allThere} />
    </div>
  );
}

/** Says what of the page is not in the film. */
function Alone() {
  const compared = useScope((state) => state.beside !== null || state.ghost !== null);
  if (!compared) return null;
  const title = scope.getState().manifest?.title ?? "";
  return (
    <p className="sheet-note">{t("The film shows {title} alone, without what it is compared with.", { title })}</p>
  );
}
