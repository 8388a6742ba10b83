import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { speak } from "./i18n";
import { App } from "./panels";
import { whenDrawn } from "./scene";
import { createScripting, scope, start } from "./state";

window.matryoscope = createScripting(whenDrawn);
start();
// The space is on its way while the catalogue of another language comes; without one the page speaks English.
speak(scope.getState().lang)
  .catch(() => {})
  .then(() => createRoot(document.getElementById("root")!).render(<App />));
