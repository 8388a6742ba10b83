import { app } from "./app-url";
import { ATTRIBUTES, type Attribute, stateOfAttributes } from "./attributes";
import type { Connection } from "./connect";
import { FramedView } from "./framed-view";
import type { ViewState, WholeFrame } from "./protocol";

export type { FrameFigures, ViewState, WholeFrame } from "./protocol";

// Where there is no page (a server), the module can still be imported.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

const STYLE =
  ":host { display: block; aspect-ratio: 16 / 10; } iframe { display: block; width: 100%; height: 100%; border: 0; }";

/**
 * `<matryo-scope data="…" k="512">`: a Matryoscope in a frame of its own. Its attributes are the keys of the link, `src`
 * says where the app lies. Events: `ready`, `frame` and `change` (with what is told in `detail`), `error`.
 */
export class MatryoScopeElement extends Base {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, "src", "title", "loading"];
  #iframe: HTMLIFrameElement | null = null;
  #view: FramedView | null = null;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#iframe = document.createElement("iframe");
    this.#iframe.loading = this.getAttribute("loading") === "eager" ? "eager" : "lazy";
    this.#iframe.title = this.getAttribute("title") ?? "Matryoscope";
    this.#iframe.allow = "fullscreen; clipboard-write";
    this.#open();
    root.replaceChildren(this.#iframe);
  }

  disconnectedCallback(): void {
    this.#view?.close();
    this.#iframe?.remove();
    this.#view = this.#iframe = null;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#iframe || before === now) return;
    if (name === "title") this.#iframe.title = now ?? "Matryoscope";
    else if (name === "src") this.#open();
    else if (name !== "loading") this.#view?.wish(this.#wish());
  }

  /** Resolves when the first exact frame is on screen. */
  get ready(): Promise<void> {
    return this.#line().ready;
  }

  /** What the view shows, by the keys of its link. */
  getState(): Promise<ViewState> {
    return this.#line().getState();
  }

  /** Changes what is named; resolves when the exact frame of it is on screen. */
  setState(partial: ViewState): Promise<void> {
    return this.#line().setState(partial);
  }

  /** The exact frame that is shown, with points and axes; refused where the app is of another origin than the page. */
  frame(): Promise<WholeFrame> {
    return this.#line().frame();
  }

  play(): Promise<void> {
    return this.#line().play();
  }

  pause(): Promise<void> {
    return this.#line().pause();
  }

  #open(): void {
    this.#view?.close();
    this.#view = null;
    const tell = (name: string, detail?: unknown) => this.dispatchEvent(new CustomEvent(name, { detail }));
    try {
      this.#view = new FramedView(this.#iframe as HTMLIFrameElement, this.getAttribute("src") ?? app, this.#wish(), {
        ready: () => tell("ready"),
        frame: (frame) => tell("frame", frame),
        change: (state) => tell("change", state),
        error: (error) => {
          console.error(error);
          tell("error", error);
        },
      });
    } catch (error) {
      console.error(error);
      tell("error", error);
    }
  }

  #wish(): ViewState {
    return stateOfAttributes((name: Attribute) => this.getAttribute(name));
  }

  #line(): Connection {
    if (!this.#view) throw new Error("The view is not there: put the element into the page first.");
    return this.#view.connection;
  }
}

if (globalThis.customElements && !customElements.get("matryo-scope")) {
  customElements.define("matryo-scope", MatryoScopeElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "matryo-scope": MatryoScopeElement;
  }
}
