import { lazy, Suspense, useState } from "react";
import { useScope } from "../state";
import { AxesGizmo } from "./AxesGizmo";
import type { Insets } from "./framing";
import { HoverCard } from "./HoverCard";
import { Labels } from "./Labels";
import { SelectionMark } from "./SelectionMark";
import { clipOf, type Split } from "./split";
import type { Stage } from "./stage";

const Ghost = lazy(async () => ({ default: (await import("./Ghost")).Ghost }));
const Beside = lazy(async () => ({ default: (await import("./Beside")).Beside }));
const Trails = lazy(async () => ({ default: (await import("./Trails")).Trails }));

/** Where less is free, the gizmo would stand in the cloud's way. */
const LEAST_HEIGHT = 400;

/** What stands over the points and moves with them. It is fetched after the first frame. */
export function Overlay({ stage, insets }: { stage: Stage; insets: Insets }) {
  const isRoomy = window.innerHeight - insets.top - insets.bottom > LEAST_HEIGHT;
  const trails = useScope((state) => state.trails);
  const ghost = useScope((state) => state.ghost !== null);
  const beside = useScope((state) => state.beside !== null && state.beside.problem === null);
  const [split, setSplit] = useState<Split | null>(null);
  return (
    <>
      <Suspense>
        {beside && <Beside stage={stage} onSplit={setSplit} />}
        {ghost && <Ghost stage={stage} />}
        {trails && <Trails stage={stage} />}
      </Suspense>
      <div className="half" style={split ? { clipPath: clipOf(split, "first") } : undefined}>
        <Labels stage={stage} />
        <SelectionMark stage={stage} />
      </div>
      <HoverCard stage={stage} />
      {isRoomy && (
        <div className="axes-corner" style={{ bottom: insets.bottom }}>
          <AxesGizmo stage={stage} />
        </div>
      )}
    </>
  );
}
