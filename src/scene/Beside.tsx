import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { count, t, textOf } from "../i18n";
import { besideCaption, besideK, type ScopeState, scope, useScope } from "../state";
import { Labels } from "./Labels";
import { projectRow, type View } from "./picking";
import { SelectionMark } from "./SelectionMark";
import { SecondCloud } from "./second-cloud";
import { clipOf, type Split } from "./split";
import type { Stage } from "./stage";

/** The cloud that the open space is compared with, in the other half, with what stands over it. */
export function Beside({ stage, onSplit }: { stage: Stage; onSplit: (split: Split | null) => void }) {
  const [second, setSecond] = useState<SecondCloud | null>(null);
  const [split, setSplit] = useState<Split | null>(null);
  useEffect(() => {
    const cloud = new SecondCloud(stage, setSplit);
    setSecond(cloud);
    stage.setSecond(cloud);
    const unfollow = follow(cloud);
    return () => {
      unfollow();
      stage.setSecond(null);
      cloud.dispose();
      onSplit(null);
    };
  }, [stage, onSplit]);
  useLayoutEffect(() => {
    if (split) onSplit(split);
  }, [split, onSplit]);
  if (!second || !split) return null;
  return (
    <>
      <div className="half" style={{ clipPath: clipOf(split, "second") }}>
        <Labels stage={second} />
        <SelectionMark stage={second} />
      </div>
      <OtherMark stage={stage} second={second} />
      <Captions split={split} view={second.view} />
    </>
  );
}

/** Keeps the second cloud in step with the store, past React. */
function follow(cloud: SecondCloud): () => void {
  const take = (state: ScopeState, before: ScopeState | null) => {
    const { beside, k, mode, axes, size, playing } = state;
    if (!beside) return;
    if (mode !== before?.mode || axes !== before.axes) cloud.forget();
    if (size !== before?.size) cloud.resize(size === "same");
    if (k !== before?.k) cloud.lead(besideK(k, beside), playing);
    if (beside.frame && beside.frame !== before?.beside?.frame) cloud.aim(beside.frame, playing);
  };
  take(scope.getState(), null);
  return scope.subscribe(take);
}

/** The point under the pointer, in the half where the pointer is not. */
function OtherMark({ stage, second }: { stage: Stage; second: SecondCloud }) {
  const row = useScope((state) => state.hover);
  const mark = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const show = () => {
      const { buffers, view } = stage.pointed === second ? stage : second;
      const place = row !== null && buffers ? projectRow(buffers.motion, view, row) : null;
      mark.current!.hidden = !place;
      if (place) mark.current!.style.translate = `${place.x}px ${place.y}px`;
    };
    show();
    stage.afterDraw.add(show);
    return () => void stage.afterDraw.delete(show);
  }, [stage, second, row]);
  return <div ref={mark} className="hover-mark other-mark" aria-hidden="true" />;
}

/** What each half shows, and the line between them. */
function Captions({ split: { stacked, edge, insets, shift }, view }: { split: Split; view: View }) {
  const beside = useScope((state) => state.beside);
  const k = useScope((state) => state.k);
  if (!beside) return null;
  const isDemo = beside.title !== "" && textOf(besideCaption(beside, k)).startsWith(beside.title);
  const { width, height } = view;
  const right = width - insets.right;
  const bottom = height - insets.bottom;
  // In the middle of the lower edge of each half: the upper one is the tools'.
  const place = { left: (insets.left + right) / 2, bottom: height - bottom, maxWidth: right - insets.left };
  const line = stacked
    ? { top: edge, left: insets.left, width: right - insets.left }
    : { left: edge, top: insets.top, height: bottom - insets.top };
  return (
    <div aria-hidden="true">
      <div className="split-line" data-stacked={stacked} style={line} />
      <p className="half-caption" style={place}>
        {isDemo ? <OwnTitle dims={count(k)} /> : t("first {k} dims", { k: count(k) })}
      </p>
      <p className="half-caption" style={{ ...place, left: place.left + shift.x, bottom: place.bottom - shift.y }}>
        {textOf(besideCaption(beside, besideK(k, beside)))}
      </p>
    </div>
  );
}

function OwnTitle({ dims }: { dims: string }) {
  const title = useScope((state) => state.manifest?.title ?? "");
  return t("{title}, first {dims} dims", { title, dims });
}
