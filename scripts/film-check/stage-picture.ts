/** What is asked: a picture of the film that the desk is set to, by its number, and its PNG in base64. */
interface Question {
  index: number;
  png: string;
}

/**
 * Draws what a picture of a film shows by the page's own stage, and holds it against the picture. It runs in a page that
 * is served from its sources, and asks these modules; it is sent there as text.
 */
export async function stagePicture({ index, png }: Question) {
  // Names are put together where they are used: nothing but the page's own server knows them.
  const of = (path: string) => import(/* @vite-ignore */ `/src/${path}`);
  const [{ Stage }, { CameraRig }, { createRenderer }, { scope, coloringOf }] = await Promise.all([
    of("scene/stage.ts"),
    of("scene/camera-rig.ts"),
    of("scene/webgl.ts"),
    of("state/index.ts"),
  ]);
  const [{ desk }, { momentAt, pathOf, turnedBy }, { layOut }] = await Promise.all([
    of("panels/export/film/desk.ts"),
    of("sharing/film/index.ts"),
    of("sharing/film/layout.ts"),
  ]);
  const state = scope.getState();
  const { settings } = desk.getState();
  const moment = momentAt(pathOf(settings, state), index);
  const { ratio, insets } = layOut(settings, settings);
  const [width, height] = [settings.width / ratio, settings.height / ratio];
  const canvas = document.createElement("canvas");
  const renderer = createRenderer(canvas);
  renderer.setPixelRatio(ratio);
  renderer.setSize(width, height, false);
  const still = true;
  const nothing = () => {};
  const stage = new Stage(new CameraRig(canvas, still, nothing, nothing), settings.ground, still, nothing);
  stage.frame(width, height, insets);
  const ks = [...new Set([moment.first, moment.second])];
  // The frames that the page shows at these dims, one after the other, as the slider asks for them.
  for (const k of ks) {
    await window.matryoscope.setState({ k });
    stage.aim(scope.getState().frame, false);
  }
  stage.paint(coloringOf(state), state);
  stage.lead(moment.place, false);
  stage.rig.look(turnedBy(state.cam, moment.turned));
  stage.draw(renderer, stage.points, width, height);
  const read = (source: CanvasImageSource) => {
    const context = new OffscreenCanvas(settings.width, settings.height).getContext("2d")!;
    context.drawImage(source, 0, 0);
    return context.getImageData(0, 0, settings.width, settings.height).data;
  };
  const own = read(canvas);
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const film = read(await createImageBitmap(new Blob([bytes])));
  let differing = 0;
  let drawn = 0;
  for (let i = 0; i < own.length; i += 4) {
    const isSame = own[i] === film[i] && own[i + 1] === film[i + 1] && own[i + 2] === film[i + 2];
    if (!isSame) differing++;
    if (film[i] !== film[0] || film[i + 1] !== film[1] || film[i + 2] !== film[2]) drawn++;
  }
  stage.dispose();
  renderer.dispose();
  renderer.forceContextLoss();
  return { k: moment.k, between: ks.length > 1 ? ks : null, differing, pixels: own.length / 4, drawn };
}
