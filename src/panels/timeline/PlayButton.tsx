import { t } from "../../i18n";
import { togglePlay, useScope } from "../../state";

/** Starts and stops the sweep through the dimensions. */
export function PlayButton({ disabled }: { disabled: boolean }) {
  const playing = useScope((state) => state.playing);
  return (
    <button
      type="button"
      className="play"
      aria-label={playing ? t("Pause") : t("Play")}
      title={playing ? t("Pause (Space)") : t("Play (Space)")}
      disabled={disabled}
      onClick={togglePlay}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true">
        {playing ? <path d="M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z" /> : <path d="M8 4.6v14.8L19.6 12z" />}
      </svg>
    </button>
  );
}
