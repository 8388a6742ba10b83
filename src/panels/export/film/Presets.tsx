import { t } from "../../../i18n";
import { type FilmSettings, sizeOf } from "../../../sharing/film";
import { count } from "../../figures";
import { change } from "./desk";

interface Preset {
  name: string;
  detail: string;
  settings: Partial<FilmSettings>;
}

function presets(dims: number): Preset[] {
  const from = Math.min(4, dims);
  const all = { from, to: dims, easing: "gentle" as const, text: true, track: true };
  const detail = (seconds: number) =>
    t("{from} → {to}, {seconds} s", { from: count(from), to: count(dims), seconds: String(seconds) });
  return [
    {
      name: t("For an article"),
      detail: detail(20),
      settings: { ...all, ...sizeOf("wide", 1080), seconds: 20, fps: 30, turn: 90, format: "mp4-avc" },
    },
    {
      name: t("Square, for a feed"),
      detail: detail(15),
      settings: { ...all, ...sizeOf("square", 1080), seconds: 15, fps: 30, turn: 180, format: "mp4-avc" },
    },
    {
      name: t("Tall, for a phone"),
      detail: detail(15),
      settings: { ...all, ...sizeOf("tall", 1080), seconds: 15, fps: 30, turn: 180, format: "mp4-avc" },
    },
    {
      name: t("A small GIF"),
      detail: detail(8),
      settings: { ...all, ...sizeOf("wide", 360), seconds: 8, fps: 24, turn: 90, format: "gif" },
    },
  ];
}

/** Settings that go together, at a click. */
export function Presets({ dims, disabled }: { dims: number; disabled: boolean }) {
  return (
    <fieldset className="film-presets" aria-label={t("Begin with")} disabled={disabled}>
      {presets(dims).map(({ name, detail, settings }) => (
        <button key={name} type="button" className="button" onClick={() => change(settings)}>
          <span>{name}</span>
          <small>{detail}</small>
        </button>
      ))}
    </fieldset>
  );
}
