import { t } from "../../../i18n";
import {
  type FilmFormat,
  type FilmSettings,
  frameRates,
  SECONDS,
  SHORT_SIDES,
  type Shape,
  shapeOf,
  sizeOf,
  TURN,
} from "../../../sharing/film";
import { Segmented } from "../../Segmented";
import { change, useFilm } from "./desk";
import { NumberField } from "./NumberField";

/** All that a film depends on. */
export function Fields({ settings, dims }: { settings: FilmSettings; dims: number }) {
  const least = Math.min(4, dims);
  const { shape, short } = shapeOf(settings);
  return (
    <div className="film-fields">
      <div className="sheet-fields">
        <NumberField
          name={t("From dimensions")}
          value={settings.from}
          least={least}
          most={dims}
          set={(from) => change({ from })}
        />
        <NumberField
          name={t("To dimensions")}
          value={settings.to}
          least={least}
          most={dims}
          set={(to) => change({ to })}
        />
        <NumberField
          name={t("Seconds")}
          value={settings.seconds}
          least={SECONDS.least}
          most={SECONDS.most}
          set={(seconds) => change({ seconds })}
        />
        <label className="sheet-field">
          <span>{t("Frames per second")}</span>
          <select value={settings.fps} onChange={({ target }) => change({ fps: Number(target.value) })}>
            {frameRates(settings.format).map((fps) => (
              <option key={fps}>{fps}</option>
            ))}
          </select>
        </label>
        <NumberField
          name={t("Camera turns by degrees")}
          value={settings.turn}
          least={TURN.least}
          most={TURN.most}
          set={(turn) => change({ turn })}
        />
        <label className="sheet-field">
          <span>{t("Size in pixels")}</span>
          <select value={short} onChange={({ target }) => change(sizeOf(shape, Number(target.value)))}>
            {SHORT_SIDES.map((side) => {
              const { width, height } = sizeOf(shape, side);
              return (
                <option key={side} value={side}>
                  {side === 2160 ? `${width} × ${height} (4K)` : `${width} × ${height}`}
                </option>
              );
            })}
          </select>
        </label>
        <FormatField settings={settings} />
        <label className="sheet-field">
          <span>{t("Quality")}</span>
          <select
            value={settings.quality}
            disabled={settings.format === "gif" || settings.format === "png"}
            onChange={({ target }) => change({ quality: target.value as FilmSettings["quality"] })}
          >
            <option value="standard">{t("Standard")}</option>
            <option value="high">{t("High")}</option>
          </select>
        </label>
      </div>
      <div className="sheet-row">
        <Segmented<Shape>
          name={t("Shape")}
          value={shape}
          onChange={(next) => change(sizeOf(next, short))}
          choices={[
            { value: "wide", label: "16:9", title: t("Wide, for a screen") },
            { value: "square", label: "1:1", title: t("Square, for a feed") },
            { value: "tall", label: "9:16", title: t("Tall, for a phone") },
          ]}
        />
        <Segmented
          name={t("Theme")}
          value={settings.ground}
          onChange={(ground) => change({ ground })}
          choices={[
            { value: "dark", label: t("Dark"), title: t("On the dark ground") },
            { value: "light", label: t("Light"), title: t("On the light ground") },
          ]}
        />
        <Segmented
          name={t("Pace")}
          value={settings.easing}
          onChange={(easing) => change({ easing })}
          choices={[
            { value: "gentle", label: t("Gentle"), title: t("Sets out and arrives gently") },
            { value: "even", label: t("Even"), title: t("At even speed along the axis of the timeline") },
          ]}
        />
        <Check name={t("Names and figures")} value={settings.text} set={(text) => change({ text })} />
        <Check name={t("Profile track")} value={settings.track} set={(track) => change({ track })} />
      </div>
    </div>
  );
}

/** The formats, in the order of their use; those that this browser cannot write say so. */
function FormatField({ settings }: { settings: FilmSettings }) {
  const can = useFilm((state) => state.can);
  const names: Record<FilmFormat, string> = {
    "mp4-avc": "MP4 (H.264)",
    "mp4-av1": "MP4 (AV1)",
    "webm-vp9": "WebM (VP9)",
    gif: "GIF",
    png: t("PNG sequence (zip)"),
  };
  return (
    <label className="sheet-field">
      <span>{t("Format")}</span>
      <select value={settings.format} onChange={({ target }) => change({ format: target.value as FilmFormat })}>
        {(Object.keys(names) as FilmFormat[]).map((format) => {
          const refused = can !== null && !can.has(format);
          return (
            <option key={format} value={format} disabled={refused}>
              {refused ? t("{format}, not by this browser at this size", { format: names[format] }) : names[format]}
            </option>
          );
        })}
      </select>
    </label>
  );
}

function Check({ name, value, set }: { name: string; value: boolean; set: (value: boolean) => void }) {
  return (
    <label className="sheet-check">
      <input type="checkbox" checked={value} onChange={({ target }) => set(target.checked)} />
      <span>{name}</span>
    </label>
  );
}
