import { type Ref, useEffect } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { DimensionAxis } from "./DimensionAxis";
import { LoadingNote } from "./LoadingNote";
import { ModeSwitch } from "./ModeSwitch";
import { PlayButton } from "./PlayButton";
import { PlaybackButton } from "./PlaybackButton";
import { followPlaying } from "./playback";
import { Readout } from "./Readout";
import { ScaleSwitch } from "./ScaleSwitch";
import { followSpaceKey } from "./space-key";
import "./timeline.css";

/** The face of the product: one slider over the profile of the space, Play, and what the choice costs. */
export function Timeline({ ref }: { ref: Ref<HTMLElement> }) {
  const dims = useScope((state) => state.manifest?.dims);
  const ready = useScope((state) => state.frame !== null);
  useEffect(followPlaying, []);
  useEffect(followSpaceKey, []);
  return (
    <section ref={ref} className="timeline" aria-label={t("Timeline")} data-over="cloud">
      <div className="play-column">
        <PlayButton disabled={!ready} />
        <PlaybackButton dims={dims} />
      </div>
      <div className="timeline-track">
        {dims ? (
          <>
            <LoadingNote dims={dims} />
            <DimensionAxis dims={dims} />
          </>
        ) : (
          <div className="timeline-base" />
        )}
      </div>
      {dims && <Readout dims={dims} />}
      {dims && (
        <div className="timeline-switches">
          <ModeSwitch />
          <ScaleSwitch />
        </div>
      )}
    </section>
  );
}
