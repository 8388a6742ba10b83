import { useSyncExternalStore } from "react";
import { t } from "../../i18n";

function onFullScreen(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

/** Gives the view the whole screen, where the page around and the device let it, and gives it back. */
export function FullScreenButton() {
  const isFull = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  if (!document.fullscreenEnabled) return null;
  // Refused, it stays as it is: there is nothing to be told that cannot be seen.
  const toggle = () =>
    (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {});
  const name = isFull ? t("Leave full screen") : t("Full screen");
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={toggle}>
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          strokeWidth="1.3"
          d={
            isFull
              ? "M6 2.500V6H2.500M10 2.500V6h3.500M6 13.500V10H2.500M10 13.500V10h3.500"
              : "M2.500 6V2.500H6M10 2.500h3.500V6M2.500 10v3.500H6M10 13.500h3.500V10"
          }
        />
      </svg>
    </button>
  );
}
