import { type CSSProperties, createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";
import { app } from "./app-url";
import type { Connection } from "./connect";
import { FramedView } from "./framed-view";
import type { FrameFigures, ViewState } from "./protocol";

export type { Connection } from "./connect";
export type { FrameFigures, ViewState, WholeFrame } from "./protocol";

/** The state of the view by the keys of its link, where to find the app, and what is heard of the view. */
export interface MatryoscopeProps extends ViewState {
  /** Where the app lies, if neither beside this package nor where the Vite plugin puts it. */
  src?: string | undefined;
  /** Every exact frame that the view shows: its k and the variance along its axes. */
  onFrame?: ((frame: FrameFigures) => void) | undefined;
  /** The state, whenever the reader or a prop has changed it. */
  onChange?: ((state: ViewState) => void) | undefined;
  /** The first exact frame is on screen. */
  onReady?: (() => void) | undefined;
  /** What a prop asked for cannot be, or the app is not where it was looked for. Without it, the console tells. */
  onError?: ((error: Error) => void) | undefined;
  /** What the frame is called by assistive technology. */
  title?: string | undefined;
  /** `lazy` (the usual): nothing is fetched before the reader comes near. */
  loading?: "lazy" | "eager" | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** What the ref of the component holds. */
export type MatryoscopeHandle = Omit<Connection, "close"> & { readonly iframe: HTMLIFrameElement };

const PLACE: CSSProperties = { display: "block", width: "100%", aspectRatio: "16 / 10", border: 0 };

/**
 * A Matryoscope in a frame of its own: its styles, workers and state are apart from the page's and from each other's. A
 * prop moves the view when it changes; what the reader does is told by `onChange`.
 */
export const Matryoscope = forwardRef<MatryoscopeHandle, MatryoscopeProps>(function Matryoscope(props, ref) {
  const { src = app, onFrame, onChange, onReady, onError, title, loading, className, style, ...wish } = props;
  const iframe = useRef<HTMLIFrameElement>(null);
  const view = useRef<FramedView | null>(null);
  const hearers = useRef({ onFrame, onChange, onReady, onError });
  const first = useRef(wish);
  hearers.current = { onFrame, onChange, onReady, onError };

  useEffect(() => {
    const report = (error: Error) => {
      if (hearers.current.onError) hearers.current.onError(error);
      else console.error(error);
    };
    try {
      const opened = new FramedView(iframe.current as HTMLIFrameElement, src, first.current, {
        ready: () => hearers.current.onReady?.(),
        frame: (frame) => hearers.current.onFrame?.(frame),
        change: (state) => hearers.current.onChange?.(state),
        error: report,
      });
      view.current = opened;
      return () => {
        view.current = null;
        opened.close();
      };
    } catch (error) {
      report(error as Error);
    }
  }, [src]);
  useEffect(() => {
    first.current = wish;
    view.current?.wish(wish);
  });
  useImperativeHandle(ref, () => {
    const line = () => {
      if (!view.current) throw new Error("The view is not there: it has not been mounted, or has been taken away.");
      return view.current.connection;
    };
    return {
      get iframe() {
        return iframe.current as HTMLIFrameElement;
      },
      get ready() {
        return line().ready;
      },
      getState: () => line().getState(),
      setState: (partial) => line().setState(partial),
      frame: () => line().frame(),
      play: () => line().play(),
      pause: () => line().pause(),
      on: (event, listener) => line().on(event, listener),
    };
  }, []);

  return createElement("iframe", {
    ref: iframe,
    title: title ?? "Matryoscope",
    loading: loading ?? "lazy",
    allow: "fullscreen; clipboard-write",
    className,
    style: { ...PLACE, ...style },
  });
});
