import { spawn } from "node:child_process";

/** Opens an address in the browser of this desktop; where there is none, nothing happens: the address was printed. */
export function openBrowser(url: string): void {
  const [command, args] = {
    darwin: ["open", [url]] as const,
    win32: ["rundll32", ["url.dll,FileProtocolHandler", url]] as const,
  }[process.platform as "darwin" | "win32"] ?? ["xdg-open", [url]];
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => console.error("matryoscope: No browser could be started; open the address yourself."));
  child.unref();
}
