import { useLayoutEffect, useRef } from "react";
import { Cloud, useGround } from "../scene";
import { Legend } from "./legend/Legend";
import { Messages } from "./messages/Messages";
import { AxisVariance } from "./timeline/AxisVariance";
import { Timeline } from "./timeline/Timeline";
import { TopBar } from "./top-bar/TopBar";
import { useInsets } from "./use-insets";
import "./app.css";

/** The page: the cloud from edge to edge, and the panels over it. */
export function App() {
  const ground = useGround();
  const top = useRef<HTMLElement>(null);
  const legend = useRef<HTMLElement>(null);
  const bottom = useRef<HTMLElement>(null);
  const insets = useInsets(top, legend, bottom);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = ground;
  }, [ground]);
  return (
    <main className="app">
      <Cloud insets={insets} />
      <TopBar ref={top} />
      <Legend ref={legend} />
      <Messages />
      <AxisVariance />
      <Timeline ref={bottom} />
    </main>
  );
}
