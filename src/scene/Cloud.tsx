import { lazy, Suspense, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { t } from "../i18n";
import { useScope } from "../state";
import { current } from "./current";
import type { Insets } from "./framing";
import { useGround } from "./ground";
import { type MountedStage, mountStage } from "./mount-stage";
import "./cloud.css";

// Few browsers need it.
const NoPicture = lazy(async () => ({ default: (await import("./NoPicture")).NoPicture }));
// No picture waits for the words about it.
const CloudDescription = lazy(async () => ({ default: (await import("./CloudDescription")).CloudDescription }));
// Fetched after the first frame.
const Overlay = lazy(async () => ({ default: (await import("./Overlay")).Overlay }));

/** The point cloud, from edge to edge; `insets` say what the panels cover, and the cloud frames itself into the rest. */
export function Cloud({ insets }: { insets: Insets }) {
  const container = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<MountedStage | null>(null);
  const stage = mounted?.stage;
  const ground = useGround();
  // Kept from then on: while another space opens, the last one stays on screen with what stands over it.
  const [hasFrame, setHasFrame] = useState(false);
  const frame = useScope((state) => state.frame !== null);
  if (frame && !hasFrame) setHasFrame(true);
  const description = useId();
  const first = useRef({ insets, ground });

  useLayoutEffect(() => {
    const mount = mountStage(container.current!, first.current.insets, first.current.ground);
    current.stage = mount.stage;
    setMounted(mount);
    return () => {
      current.stage = null;
      mount.unmount();
    };
  }, []);
  useLayoutEffect(() => mounted?.reframe(insets), [mounted, insets]);
  useLayoutEffect(() => stage?.repaint(ground), [stage, ground]);
  useEffect(() => {
    const element = container.current!;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (stage?.rig.key(event.key)) event.preventDefault();
    };
    const onReset = () => stage?.rig.reset();
    element.addEventListener("keydown", onKey);
    element.addEventListener("dblclick", onReset);
    return () => {
      element.removeEventListener("keydown", onKey);
      element.removeEventListener("dblclick", onReset);
    };
  }, [stage]);

  return (
    <div className="cloud">
      <div
        ref={container}
        className="cloud-picture"
        role="img"
        aria-label={t("Point cloud")}
        aria-describedby={description}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys turn the focused cloud
        tabIndex={0}
      />
      <Suspense>
        <CloudDescription id={description} />
      </Suspense>
      {mounted && !stage && (
        <Suspense>
          <NoPicture insets={insets} />
        </Suspense>
      )}
      {stage && hasFrame && (
        <Suspense>
          <Overlay stage={stage} insets={insets} />
        </Suspense>
      )}
    </div>
  );
}
