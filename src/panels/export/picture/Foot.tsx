import { useState } from "react";
import { fileName, saveFile } from "../../../charts";
import { t } from "../../../i18n";
import type { Ground } from "../../../scene";
import type { OffscreenCloud } from "../../../scene/still";
import { pixelsOf } from "../../../sharing/picture";
import { scope, useScope } from "../../../state";
import { bytes, count, percent } from "../../figures";
import { sizeAndScale } from "./make-file";
import type { Settings } from "./settings";
import { useFile } from "./use-file";

/** What the file will be, and the ways to take it. */
export function Foot({ cloud, chosen, ground }: { cloud: OffscreenCloud; chosen: Settings; ground: Ground }) {
  const { made, make, cancel, isLight } = useFile(cloud, chosen, ground);
  const [done, setDone] = useState<{ of: Settings; words: string } | null>(null);
  const leavesOut = useScope((state) => state.trails || state.ghost !== null) && chosen.subject === "view";
  const { format } = chosen;
  const save = async () => {
    const file = await make();
    if (!file) return;
    const name = nameOf(chosen);
    saveFile(name, file, file.type);
    setDone({ of: chosen, words: t("Saved as {name}", { name }) });
  };
  const copy = async () => {
    const png = make().then((file) => file ?? Promise.reject(new Error("cancelled")));
    try {
      // The picture may still be in the making: a promise of it is what every browser takes within the click.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
      setDone({ of: chosen, words: t("Copied") });
    } catch {
      setDone({ of: chosen, words: t("The browser did not let the picture be copied. Save it instead.") });
    }
  };
  const canCopy = format === "png" && "ClipboardItem" in window;
  // One that is quickly made is there before its progress could be read.
  const isBusy = made.share !== null && !isLight;
  return (
    <footer className="sheet-foot">
      {leavesOut && (
        <p className="sheet-note">{t("Trails and the pale cloud of another k are left out of the picture.")}</p>
      )}
      {made.problem && (
        <p className="sheet-warning" role="alert">
          {made.problem instanceof RangeError
            ? t("This browser has no room for so large a picture. Choose a lower resolution.")
            : t("The picture could not be made: {reason}", { reason: made.problem.message })}
        </p>
      )}
      {isBusy && (
        <div className="sheet-busy">
          {/* What is drawn is then packed as a file, for which no browser tells how far it is. */}
          <progress aria-label={t("Drawing the picture")} {...(made.share! < 1 ? { value: made.share! } : {})} />
        </div>
      )}
      <div className="sheet-actions">
        <p className="sheet-note" role="status">
          {done?.of === chosen ? done.words : factsOf(chosen, made.file, made.share)}
        </p>
        {isBusy && (
          <button type="button" className="button" onClick={cancel}>
            {t("Cancel")}
          </button>
        )}
        {canCopy && (
          <button type="button" className="button" onClick={copy}>
            {t("Copy")}
          </button>
        )}
        <button type="submit" className="button button-main" onClick={save}>
          {t("Save {format}", { format: format.toUpperCase() })}
        </button>
      </div>
    </footer>
  );
}

function factsOf(chosen: Settings, file: Blob | null, share: number | null): string {
  const { size, scale } = sizeAndScale(chosen);
  const { width, height } = pixelsOf(size, scale);
  const pixels = { width: count(width), height: count(height) };
  if (typeof chosen.subject === "object") return file ? bytes(file.size) : "";
  if (file) return t("{width} × {height} pixels, {size}", { ...pixels, size: bytes(file.size) });
  if (share) return t("{width} × {height} pixels, {share} drawn", { ...pixels, share: percent(share) });
  return t("{width} × {height} pixels", pixels);
}

function nameOf({ subject, format }: Settings): string {
  const { data, frame } = scope.getState();
  if (typeof subject === "object") return fileName([data, subject.chart], format);
  return fileName([data, `${frame?.k ?? 0} dims`, ...(subject === "card" ? ["card"] : [])], format);
}
