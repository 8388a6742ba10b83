import { lazy, Suspense } from "react";
import { useScope } from "../state";
import { AxesGizmo } from "./AxesGizmo";
import type { Insets } from "./framing";
import { HoverCard } from "./HoverCard";
import { Labels } from "./Labels";
import { SelectionMark } from "./SelectionMark";
import type { Stage } from "./stage";

const Ghost = lazy(async () => ({ default: (await import("./Ghost")).Ghost }));
const Trails = lazy(async () => ({ default: (await import("./Trails")).Trails }));

/** Where less is free, the gizmo would stand in the cloud's way. */
const LEAST_HEIGHT = 400;

/** What stands over the points and moves with them. It is fetched after the first frame. */
export function Overlay({ stage, insets }: { stage: Stage; insets: Insets }) {
  const isRoomy = window.innerHeight - insets.top - insets.bottom > LEAST_HEIGHT;
  const trails = useScope((state) => state.trails);
  const ghost = useScope((state) => state.ghost !== null);
  return (
    <>
      <Suspense>
        {ghost && <Ghost stage={stage} />}
        {trails && <Trails stage={stage} />}
      </Suspense>
      <Labels stage={stage} />
      <SelectionMark stage={stage} />
      <HoverCard stage={stage} />
      {isRoomy && (
        <div className="axes-corner" style={{ bottom: insets.bottom }}>
          <AxesGizmo stage={stage} />
        </div>
      )}
    </>
  );
}
