import { lazy, Suspense, useRef, useState } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import "./playback.css";

// Fetched when it is first opened.
const PlaybackPopover = lazy(async () => ({ default: (await import("./PlaybackPopover")).PlaybackPopover }));

/** Says how Play goes, and opens the settings of it. */
export function PlaybackButton({ dims }: { dims: number | undefined }) {
  const { speed, direction, loop } = useScope((state) => state.play);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="playback-button"
        aria-label={t("Speed and range, {speed}×", { speed })}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={t("Speed, direction, loop and range")}
        disabled={dims === undefined}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" aria-hidden="true">
          {loop ? (
            <path strokeWidth="1.4" d="M10 6a4 4 0 1 1-1.3-3M10.2.8v2.7H7.5" />
          ) : (
            <path
              strokeWidth="1.4"
              d={direction === "up" ? "M1.5 6h9M7 2.5 10.5 6 7 9.5" : "M10.5 6h-9M5 2.5 1.5 6 5 9.5"}
            />
          )}
        </svg>
        {`${speed}×`}
      </button>
      {open && dims !== undefined && (
        <Suspense>
          <PlaybackPopover button={button} dims={dims} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
