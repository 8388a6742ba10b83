import { useEffect, useRef, useState } from "react";
import { chartPicture } from "../../../charts/chart-picture";
import { t } from "../../../i18n";
import type { Ground } from "../../../scene";
import type { OffscreenCloud } from "../../../scene/still";
import { drawPage } from "../../../sharing/picture";
import { composeChosen, sizeAndScale } from "./make-file";
import type { Settings } from "./settings";

/** CSS pixels that the preview has at most each way. */
const MOST = { width: 712, height: 320 };

/** The picture as it will be, small: composed and drawn by what makes the file. */
export function Preview({ cloud, chosen, ground }: { cloud: OffscreenCloud; chosen: Settings; ground: Ground }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chart, setChart] = useState<string | null>(null);
  const title = typeof chosen.subject === "object" ? chosen.subject.chart : null;
  const { background } = chosen;
  useEffect(() => {
    if (title === null) return;
    let url: string | null = null;
    let isWanted = true;
    chartPicture(title, background).then((picture) => {
      if (!isWanted || !picture) return;
      url = URL.createObjectURL(new Blob([picture.text], { type: "image/svg+xml" }));
      setChart(url);
    });
    return () => {
      isWanted = false;
      if (url) URL.revokeObjectURL(url);
      setChart(null);
    };
  }, [title, background]);
  useEffect(() => {
    if (typeof chosen.subject === "object") return;
    const aborter = new AbortController();
    const { signal } = aborter;
    const { width, height } = sizeAndScale(chosen).size;
    const shown = Math.min(1, MOST.width / width, MOST.height / height);
    const scale = shown * Math.min(2, window.devicePixelRatio);
    composeChosen(cloud, chosen, ground, { signal, scale }).then(
      (page) => {
        if (!page || signal.aborted || !canvas.current) return;
        const element = canvas.current;
        element.width = Math.round(width * scale);
        element.height = Math.round(height * scale);
        element.style.width = `${width * shown}px`;
        drawPage(element.getContext("2d")!, page, scale);
      },
      // What cannot be drawn is told where the file is made.
      () => {},
    );
    return () => aborter.abort();
  }, [cloud, chosen, ground]);
  return (
    <figure className="picture-preview" data-ground={background}>
      {title === null ? (
        <canvas ref={canvas} role="img" aria-label={t("Preview of the picture")} />
      ) : (
        chart && <img src={chart} alt={t("Preview of the picture")} />
      )}
    </figure>
  );
}
