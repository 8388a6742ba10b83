import { AxesGizmo } from "./AxesGizmo";
import type { Insets } from "./framing";
import { HoverCard } from "./HoverCard";
import { Labels } from "./Labels";
import { SelectionMark } from "./SelectionMark";
import type { Stage } from "./stage";

/** Where less is free, the gizmo would stand in the cloud's way. */
const LEAST_HEIGHT = 400;

/** What stands over the points and moves with them. It is fetched after the first frame. */
export function Overlay({ stage, insets }: { stage: Stage; insets: Insets }) {
  const isRoomy = window.innerHeight - insets.top - insets.bottom > LEAST_HEIGHT;
  return (
    <>
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
