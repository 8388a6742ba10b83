import { useEffect, useRef, useState } from "react";
import { t } from "../../../i18n";
import { type FilmSettings, frameCount, momentAt, pathOf } from "../../../sharing/film";
import { scope } from "../../../state";
import { count } from "../../figures";
import { desk, useFilm, watchPictures } from "./desk";
import { PreviewMaker } from "./preview-maker";

/** A moment of the film, as it will be; while the film is made, the picture that is being made. */
export function Preview({ settings }: { settings: FilmSettings }) {
  const moment = useFilm((state) => state.moment);
  const isMaking = useFilm((state) => state.job !== null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [maker, setMaker] = useState<PreviewMaker | null>(null);
  const path = pathOf(settings, scope.getState());
  const last = frameCount(path) - 1;
  const index = Math.round(moment * last);

  useEffect(() => {
    const own = PreviewMaker.on(canvas.current!);
    setMaker(own);
    return () => own?.dispose();
  }, []);
  useEffect(() => {
    if (!isMaking) void maker?.show(scope.getState(), settings, index);
  }, [maker, settings, index, isMaking]);
  useEffect(() => watchPictures((picture) => maker?.copy(picture)), [maker]);

  const { k } = momentAt(path, index);
  const seconds = (index / settings.fps).toFixed(1);
  const told = t("{seconds} s, {k} dimensions", { seconds, k: count(k) });
  const shape = settings.width > settings.height ? "wide" : "upright";
  return (
    <div className="film-preview">
      <canvas
        ref={canvas}
        data-shape={shape}
        style={{ aspectRatio: `${settings.width} / ${settings.height}` }}
        role="img"
        aria-label={t("The film at {told}", { told })}
      />
      <label className="film-scrubber">
        <span className="visually-hidden">{t("Moment of the film")}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={index}
          disabled={isMaking}
          aria-valuetext={told}
          onChange={({ target }) => desk.setState({ moment: Number(target.value) / last })}
        />
        <output>{told}</output>
      </label>
    </div>
  );
}
