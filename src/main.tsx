import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./panels";
import { whenDrawn } from "./scene";
import { createScripting, start } from "./state";

createRoot(document.getElementById("root")!).render(<App />);
window.matryoscope = createScripting(whenDrawn);
start();
