import { absolute, besideLink, viewAddress } from "./address";
import { type Connection, connect } from "./connect";
import type { FrameFigures, ViewState } from "./protocol";
import { Wishes } from "./wishes";

/** What a page around a view hears of it. */
export interface Hearers {
  ready: () => void;
  frame: (frame: FrameFigures) => void;
  change: (state: ViewState) => void;
  error: (error: Error) => void;
}

/** A view in an iframe that follows what the page around wishes for: what the component and the element have in common. */
export class FramedView {
  readonly connection: Connection;
  readonly #wishes: Wishes;
  readonly #error: (error: Error) => void;
  #closed = false;

  /**
   * @param iframe gets its address here, unless it has it already
   * @param app where the app lies
   * @throws Error when a page cannot open that address
   */
  constructor(iframe: HTMLIFrameElement, app: string, wish: ViewState, hearers: Hearers) {
    const address = viewAddress(app, wish, document.baseURI);
    if (iframe.src !== address) iframe.src = address;
    this.connection = connect(iframe);
    this.#wishes = new Wishes(wish);
    this.#error = (error) => this.#closed || hearers.error(error);
    const rest = besideLink(wish);
    if (rest) this.connection.setState(rest).catch(this.#error);
    this.connection.ready.then(() => this.#closed || hearers.ready(), this.#error);
    this.connection.on("frame", hearers.frame);
    this.connection.on("change", (state) => {
      this.#wishes.reported(state);
      hearers.change(state);
    });
  }

  /** Brings the view to what is wished for now, as far as that has changed. */
  wish(next: ViewState): void {
    const changed = this.#wishes.next(next);
    if (changed) this.connection.setState(absolute(changed, document.baseURI)).catch(this.#error);
  }

  /** Lets go of the iframe. */
  close(): void {
    this.#closed = true;
    this.connection.close();
  }
}
