import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { speak } from "./i18n";
import { App } from "./panels";
import { whenDrawn } from "./scene";
import { createScripting, isEmbedded, scope, start } from "./state";

const root = createRoot(document.getElementById("root")!);
window.matryoscope = createScripting(whenDrawn);
if (isEmbedded(location.hash)) {
  void import("./embedded").then(({ openEmbedded }) => openEmbedded(root));
} else {
  start();
  // For the next visit; this one goes first.
  if (import.meta.env.MODE === "production") {
    window.matryoscope.ready
      .then(() => import("./offline"))
      .then(({ keepOffline }) => keepOffline())
      // Without it the page goes on; `matryoscope serve`, for one, gives no worker that would outlive it.
      .catch(() => {});
  }
  // The space is on its way while the catalogue of another language comes; without one the page speaks English.
  speak(scope.getState().lang)
    .catch(() => {})
    .then(() => root.render(<App />));
}
