import { t, textOf } from "../../../i18n";
import { type FilmSettings, frameCount } from "../../../sharing/film";
import { bytes, count } from "../../figures";
import { giveUp, make, useFilm } from "./desk";

/** What the film will take, how far it is, and the buttons. */
export function Foot({ settings, ready }: { settings: FilmSettings; ready: boolean }) {
  const job = useFilm((state) => state.job);
  const can = useFilm((state) => state.can);
  const told = useFilm((state) => state.told);
  const canWrite = can?.has(settings.format) ?? false;
  return (
    <footer className="sheet-foot">
      {told?.wrong && <p role="alert">{textOf(told.what)}</p>}
      {job && <Progress {...job} />}
      {/* Told once: what is counted up is no news. */}
      <div role="status">
        {job && <span className="visually-hidden">{t("Making the film")}</span>}
        {told && !told.wrong && <p>{textOf(told.what)}</p>}
      </div>
      <div className="sheet-actions">
        {!job && <Estimated settings={settings} refused={can !== null && !canWrite} />}
        {job ? (
          <button type="button" className="button" onClick={giveUp}>
            {t("Cancel")}
          </button>
        ) : (
          <button
            type="button"
            className="button button-main"
            disabled={!ready || !canWrite}
            onClick={() => void make()}
          >
            {t("Make the film")}
          </button>
        )}
      </div>
    </footer>
  );
}

function Estimated({ settings, refused }: { settings: FilmSettings; refused: boolean }) {
  const estimate = useFilm((state) => state.estimate);
  if (refused) return <p className="sheet-warning">{t("This browser cannot write this format at this size.")}</p>;
  const pictures = frameCount(settings);
  if (!estimate)
    return <p className="sheet-note">{t("{n, plural, one {# picture} other {# pictures}}", { n: pictures })}</p>;
  return (
    <p className="sheet-note">
      {t("{n, plural, one {# picture} other {# pictures}}, about {size} and {time} to make", {
        n: pictures,
        size: bytes(estimate.bytes),
        time: lasting(estimate.seconds),
      })}
    </p>
  );
}

function Progress({ done, count: of, secondsLeft }: { done: number; count: number; secondsLeft: number | null }) {
  const what = t("Picture {done} of {of}", { done: count(done), of: count(of) });
  return (
    <div className="sheet-busy">
      <span>{secondsLeft === null ? what : t("{what}, {time} left", { what, time: lasting(secondsLeft) })}</span>
      <progress aria-label={t("Making the film")} value={done / of} />
    </div>
  );
}

/** A time in words, as exact as it is known. */
function lasting(seconds: number): string {
  if (seconds < 60) return t("{n, plural, one {# second} other {# seconds}}", { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return t("{n, plural, one {# minute} other {# minutes}}", { n: Math.round(seconds / 60) });
  return t("{n, plural, one {# hour} other {# hours}}", { n: Math.round(seconds / 3600) });
}
