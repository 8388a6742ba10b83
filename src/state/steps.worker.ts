import { detectSteps } from "../numeric";

// Half a second of arithmetic on the profile alone: in a worker of its own, so that no frame waits for it.
self.onmessage = ({ data }: MessageEvent<Float32Array>) => self.postMessage(detectSteps(data));
