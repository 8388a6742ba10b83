export { serveHost } from "./serve-host";
export { whenVisible } from "./when-visible";
export { yieldWheel } from "./yield-wheel";
