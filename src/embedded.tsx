import type { Root } from "react-dom/client";
import { speak } from "./i18n";
import { EmbedView } from "./panels/embed/EmbedView";
import { serveHost, whenVisible, yieldWheel } from "./sharing/embedded";
import { scope, start } from "./state";

/** Opens the view as a part of another page: it listens at once, and begins nothing more until it is seen. */
export function openEmbedded(root: Root): Promise<void> {
  const opened = whenVisible().then(async () => {
    start();
    // In English where no catalogue comes.
    await speak(scope.getState().lang).catch(() => {});
    root.render(<EmbedView />);
  });
  // Before the camera's ear for the wheel is there.
  yieldWheel();
  serveHost(window.matryoscope, opened);
  return opened;
}
