import type { Page } from "playwright-core";

/** What `watchPage` has seen since it was last asked. */
export interface Watched {
  /** Longest main-thread task, in ms, less the time that drawing took in it. */
  longestTask: number;
  /** How many tasks of over 50 ms there were, drawing included, and how long drawing took in all. */
  tasks: number;
  drawing: number;
  /** Every layout shift that no one's hand brought about: how large, and what moved. */
  shifts: string[];
}

/**
 * Watches layout shifts and long tasks from the first moment of a page. Chromium without a GPU draws on the CPU and lets
 * the main thread wait for it when it composes the page, where no script can measure. So a draw call here is followed by
 * reading one pixel, which waits for the drawing at once, and the time in both is subtracted from the task around it.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: { from: number; to: number }[] = [];
    const draws: { from: number; to: number }[] = [];
    const shifts: string[] = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        tasks.push({ from: startTime, to: startTime + duration });
      }
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.nodeValue));
        shifts.push(`${entry.value.toFixed(6)}: ${moved.map((text) => text?.slice(0, 80)).join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    const context = WebGL2RenderingContext.prototype;
    const pixel = new Uint8Array(4);
    for (const call of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"] as const) {
      const draw = context[call] as (...all: unknown[]) => void;
      Object.assign(context, {
        [call](this: WebGL2RenderingContext, ...all: unknown[]) {
          const from = performance.now();
          draw.apply(this, all);
          this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, pixel);
          draws.push({ from, to: performance.now() });
        },
      });
    }
    const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) =>
      Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
    Object.assign(window, {
      takeWatched: () => {
        const net = tasks.map((task) => draws.reduce((left, draw) => left - overlap(task, draw), task.to - task.from));
        return {
          longestTask: Math.max(0, ...net.splice(0)),
          tasks: tasks.splice(0).length,
          drawing: draws.splice(0).reduce((sum, { from, to }) => sum + to - from, 0),
          shifts: shifts.splice(0),
        };
      },
    });
  });
}

/**
 * Traces the tasks of the browser until the answer is called, which tells the longest processor time, in ms, of a task
 * on the main thread of a page. A long task is long by the clock: where other programs take the processor, or where the
 * page waits for what is drawn, this is how much of it the page itself worked.
 */
export async function traceTasks(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  const events: { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } }[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as typeof events)));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"], excludedCategories: ["*"] },
  });
  return async () => {
    const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
    await devtools.send("Tracing.end");
    await complete;
    const thread = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
    const mains = new Set(events.filter(({ args }) => args?.name === "CrRendererMain").map(thread));
    const tasks = events.filter((event) => event.name.endsWith("RunTask") && mains.has(thread(event)));
    if (tasks.length === 0) throw new Error("the trace holds no task of a main thread");
    return tasks.reduce((most, { tdur }) => Math.max(most, (tdur ?? 0) / 1000), 0);
  };
}

/** What has been seen since the last time. */
export function takeWatched(page: Page): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { takeWatched: () => Watched }).takeWatched());
}
