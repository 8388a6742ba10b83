import type { Root } from "react-dom/client";
import { EmbedView } from "./panels/embed/EmbedView";
import { serveHost, whenVisible, yieldWheel } from "./sharing/embedded";
import { start } from "./state";

/** Opens the view as a part of another page: it listens at once, and begins nothing more until it is seen. */
export function openEmbedded(root: Root): Promise<void> {
  const opened = whenVisible().then(() => {
    root.render(<EmbedView />);
    start();
  });
  // Before the camera's ear for the wheel is there.
  yieldWheel();
  serveHost(window.matryoscope, opened);
  return opened;
}
