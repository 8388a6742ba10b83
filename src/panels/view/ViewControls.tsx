import { t } from "../../i18n";
import { FIRST_CAMERA, setCamera, setSize, toggleGhost, toggleTrails, useScope, writeCamera } from "../../state";
import { count } from "../figures";
import "./view-controls.css";

/** What there is to choose about the view itself: what is shown beside the cloud, its size, and back to the first view. */
export function ViewControls() {
  const size = useScope((state) => state.size);
  const trails = useScope((state) => state.trails);
  const ghost = useScope((state) => state.ghost?.k);
  const k = useScope((state) => state.frame?.k ?? state.k);
  const moved = useScope((state) => writeCamera(state.cam) !== writeCamera(FIRST_CAMERA));
  return (
    <section className="view-controls" aria-label={t("View")} data-over="cloud">
      <button
        type="button"
        className="view-button"
        aria-label={ghost === undefined ? t("Ghost") : t("Ghost of {k} dimensions", { k: count(ghost) })}
        aria-pressed={ghost !== undefined}
        title={
          ghost === undefined
            ? t("Ghost: keep the cloud at {k} dimensions, pale, behind what comes", { k: count(k) })
            : t("Let go of the ghost of {k} dimensions", { k: count(ghost) })
        }
        onClick={toggleGhost}
      >
        {ghost === undefined ? (
          <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
            <circle cx="6.2" cy="8" r="4.2" strokeWidth="1.3" strokeDasharray="1.6 1.6" />
            <circle cx="9.8" cy="8" r="4.2" strokeWidth="1.3" />
          </svg>
        ) : (
          <span className="view-ghost">{count(ghost)}</span>
        )}
      </button>
      <button
        type="button"
        className="view-button"
        aria-label={t("Trails")}
        aria-pressed={trails}
        title={t(
          "Trails: where the point under the pointer and the selected one came from over the last three octaves of k",
        )}
        onClick={toggleTrails}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path strokeWidth="1.3" strokeLinecap="round" d="M2.5 12.8c2.6-.4 2.4-4.2 4.6-5S9.8 5.8 11.2 5" />
          <circle cx="12.6" cy="4" r="1.9" fill="currentColor" stroke="none" />
        </svg>
      </button>
      <button
        type="button"
        className="view-button"
        aria-label={t("True size")}
        aria-pressed={size === "true"}
        title={t(
          "True size: the more variance the axes hold, the larger the cloud. Else every k is drawn equally large",
        )}
        onClick={() => setSize(size === "true" ? "same" : "true")}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <circle cx="8" cy="8" r="2" strokeWidth="1.3" />
          <circle cx="8" cy="8" r="6.2" strokeWidth="1.3" strokeDasharray={size === "true" ? undefined : "2 2.2"} />
        </svg>
      </button>
      <button
        type="button"
        className="view-button"
        aria-label={t("Reset view")}
        title={t("Reset view (0, or a double click on the cloud)")}
        disabled={!moved}
        onClick={() => setCamera([...FIRST_CAMERA])}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
          <path
            strokeWidth="1.3"
            strokeLinecap="round"
            d="M2.8 5.2V2.8h2.4M13.2 5.2V2.8h-2.4M2.8 10.8v2.4h2.4M13.2 10.8v2.4h-2.4"
          />
          <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
        </svg>
      </button>
    </section>
  );
}
