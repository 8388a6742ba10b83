import { lazy, Suspense, useLayoutEffect, useRef } from "react";
import { Cloud, useGround } from "../scene";
import { useScope } from "../state";
import { useOpened } from "./choosers/lazily";
import { Legend } from "./legend/Legend";
import { Messages } from "./messages/Messages";
import { Gate } from "./open-data/Gate";
import { Sheets } from "./sheet/Sheets";
import "./shortcuts/early-keys";
import { AxisVariance } from "./timeline/AxisVariance";
import { Timeline } from "./timeline/Timeline";
import { TopBar } from "./top-bar/TopBar";
import { useInsets } from "./use-insets";
import { useSpoken } from "./use-spoken";
import "./app.css";

// Fetched after the first frame, and when they are first opened.
const Tools = lazy(async () => ({ default: (await import("./tools/Tools")).Tools }));
const ViewControls = lazy(async () => ({ default: (await import("./view/ViewControls")).ViewControls }));
const HelpSheet = lazy(async () => ({ default: (await import("./help/HelpSheet")).HelpSheet }));
const Story = lazy(async () => ({ default: (await import("./story/Story")).Story }));
const SidePanel = lazy(async () => ({ default: (await import("./side/SidePanel")).SidePanel }));

/** The page: the cloud from edge to edge, and the panels over it. */
export function App() {
  useSpoken();
  const ground = useGround();
  const top = useRef<HTMLElement>(null);
  const legend = useRef<HTMLElement>(null);
  const bottom = useRef<HTMLElement>(null);
  const helpOpen = useScope((state) => state.helpOpen);
  const opened = useOpened();
  const ready = useScope((state) => state.frame !== null);
  const panel = useScope((state) => state.panel);
  const isTold = useScope((state) => state.story > 0);
  const storyFolded = useScope((state) => state.storyFolded);
  const insets = useInsets(top, legend, bottom, { panel, story: isTold ? (storyFolded ? "folded" : "open") : "none" });
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = ground;
  }, [ground]);
  return (
    <main className="app">
      <Cloud insets={insets} />
      {opened && (
        <Suspense>
          <Tools />
        </Suspense>
      )}
      <TopBar ref={top} />
      <Legend ref={legend} />
      {ready && (
        <Suspense>
          <ViewControls />
        </Suspense>
      )}
      <Messages />
      <div className="side">
        {(ready || panel !== "none") && (
          <Suspense>
            <SidePanel />
          </Suspense>
        )}
        {isTold && (
          <Suspense>
            <Story />
          </Suspense>
        )}
      </div>
      <AxisVariance />
      <Timeline ref={bottom} />
      <Gate />
      <Sheets />
      {helpOpen && (
        <Suspense>
          <HelpSheet />
        </Suspense>
      )}
    </main>
  );
}
