import { createRoot, useFrame } from "@react-three/fiber";
import { setCamera } from "../state";
import { CameraRig } from "./camera-rig";
import { followPointer } from "./follow-pointer";
import { followScope } from "./follow-scope";
import type { Insets } from "./framing";
import type { Ground } from "./ground";
import { Picker } from "./picker";
import { Stage } from "./stage";
import { createRenderer, settleUnseen, surviveContextLoss } from "./webgl";

/** What the component may ask of a mounted stage. */
export interface MountedStage {
  /** Null where the browser cannot draw in 3-D. */
  stage: Stage | null;
  /** Frames the cloud anew. */
  reframe: (insets: Insets) => void;
  unmount: () => void;
}

/** The whole scene: one object. A priority of 1 tells R3F that the drawing is ours, so its order is, too. */
function Picture({ stage }: { stage: Stage }) {
  useFrame(({ gl, scene, size }) => stage.draw(gl, scene, size.width, size.height), 1);
  return <primitive object={stage.points} />;
}

/** Puts a canvas into the container and the cloud on it. */
export function mountStage(container: HTMLElement, firstInsets: Insets, firstGround: Ground): MountedStage {
  const canvas = document.createElement("canvas");
  container.append(canvas);
  const renderer = createRenderer(canvas);
  if (!renderer) return { stage: null, reframe: () => {}, unmount: settleUnseen() };

  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const root = createRoot(canvas);
  let insets = firstInsets;
  let invalidate = () => {};
  const rig = new CameraRig(canvas, still, () => invalidate(), setCamera);
  const stage = new Stage(rig, firstGround, still, () => invalidate());
  const picker = new Picker(stage, renderer);
  const box = container.getBoundingClientRect();
  void root.configure({
    gl: renderer,
    flat: true,
    frameloop: "demand",
    dpr: [1, 2],
    // The rig keeps the camera's shape: its middle is off the middle of the picture.
    camera: Object.assign(rig.camera, { manual: true }),
    size: { width: box.width, height: box.height, top: 0, left: 0 },
  });
  const fiber = root.render(<Picture stage={stage} />);
  invalidate = () => fiber.getState().invalidate();

  const reframe = () => {
    const { width, height } = fiber.getState().size;
    stage.frame(width, height, insets);
  };
  reframe();
  const resized = new ResizeObserver(([{ contentRect }]) => {
    const { size, setSize } = fiber.getState();
    if (size.width === contentRect.width && size.height === contentRect.height) return;
    setSize(contentRect.width, contentRect.height);
    reframe();
    // A resized canvas is empty: draw before the browser paints it.
    fiber.getState().advance(performance.now());
  });
  resized.observe(container);
  const endings = [
    followScope(stage),
    followPointer(canvas, stage, picker),
    surviveContextLoss(canvas, () => invalidate()),
    () => resized.disconnect(),
    () => root.unmount(),
    () => picker.dispose(),
    () => stage.dispose(),
    () => canvas.remove(),
  ];
  return {
    stage,
    reframe: (next) => {
      insets = next;
      reframe();
    },
    unmount: () => {
      for (const end of endings) end();
    },
  };
}
