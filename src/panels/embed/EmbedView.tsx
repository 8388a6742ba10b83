import { lazy, Suspense, useLayoutEffect, useRef } from "react";
import { Cloud, useGround } from "../../scene";
import { useScope } from "../../state";
import { NoticeLine } from "../messages/NoticeLine";
import { Opening } from "../messages/Opening";
import { ProblemPanel } from "../messages/ProblemPanel";
import { AxisVariance } from "../timeline/AxisVariance";
import { Timeline } from "../timeline/Timeline";
import { useSpoken } from "../use-spoken";
import { FullScreenButton } from "./FullScreenButton";
import { FullViewLink } from "./FullViewLink";
import { useEmbedInsets } from "./use-embed-insets";
import "./embed.css";

const SidePanel = lazy(async () => ({ default: (await import("../side/SidePanel")).SidePanel }));

/**
 * The view as a part of another page: the cloud, the timeline, and a way to all the rest. No file of the reader's can be
 * opened here, for the page around is answered about what it shows. A panel is there only where one is asked for.
 */
export function EmbedView() {
  useSpoken();
  const ground = useGround();
  const bottom = useRef<HTMLElement>(null);
  const panel = useScope((state) => state.panel);
  const insets = useEmbedInsets(bottom, panel);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = ground;
  }, [ground]);
  return (
    <main className="app embed">
      <Cloud insets={insets} />
      <div className="messages">
        <Opening />
        <ProblemPanel />
        <NoticeLine />
      </div>
      {panel !== "none" && (
        <div className="side">
          <Suspense>
            <SidePanel />
          </Suspense>
        </div>
      )}
      <AxisVariance />
      <Timeline ref={bottom} />
      <div className="embed-corner" data-over="cloud">
        <FullViewLink />
        <FullScreenButton />
      </div>
    </main>
  );
}
