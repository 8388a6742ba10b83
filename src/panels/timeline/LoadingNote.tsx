import { useState } from "react";
import { t } from "../../i18n";
import { useScope } from "../../state";
import { bytes, count, percent } from "../figures";
import { ArrivalRate, timeLeft } from "./arrival-rate";

/** What has arrived of the space and how long the rest takes, as long as some is missing; then, what the track shows. */
export function LoadingNote({ dims }: { dims: number }) {
  const progress = useScope((state) => state.progress);
  const stopped = useScope((state) => state.problem !== null);
  const [rate] = useState(() => new ArrivalRate());
  rate.note(performance.now(), progress.bytes);
  const [brief, whole] =
    progress.columns >= dims
      ? [t("std per dim"), t("standard deviation of each dimension")]
      : loading(progress, dims, stopped ? null : rate);
  return (
    <p className="timeline-note" title={whole}>
      <span className="wide-only">{whole}</span>
      <span className="narrow-only" aria-hidden="true">
        {brief}
      </span>
    </p>
  );
}

type Progress = { columns: number; bytes: number; totalBytes: number };

function loading(progress: Progress, dims: number, rate: ArrivalRate | null): [brief: string, whole: string] {
  const { columns, totalBytes } = progress;
  // The file has a header that is not counted.
  const arrived = Math.min(progress.bytes, totalBytes);
  const share = totalBytes > 0 ? arrived / totalBytes : columns / dims;
  const done = { share: percent(Math.floor(share * 100) / 100) };
  const brief = rate ? t("loading {share}", done) : t("stopped at {share}", done);
  const seconds = rate?.secondsLeft(totalBytes) ?? null;
  const parts = [
    brief,
    t("{k} of {dims} dims", { k: count(columns), dims: count(dims) }),
    totalBytes > 0 && t("{arrived} of {total}", { arrived: bytes(arrived), total: bytes(totalBytes) }),
    arrived < totalBytes && seconds !== null && timeLeft(seconds),
  ];
  return [brief, parts.filter(Boolean).join(" · ")];
}
