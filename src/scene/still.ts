// The door for what makes files of pictures, apart from `index.ts` so that it is fetched with them.
export { drawnUnit, screenRoom } from "./current";
export { GIZMO, gizmoAxes, gizmoNames, REACH, seenBy } from "./gizmo";
export { GroupNames } from "./group-names";
export { OffscreenCloud, type Shot } from "./offscreen";
export { GROUND_COLOR } from "./palette";
export { projectRow, type View } from "./picking";
export { BESIDE_POINT, type LabelWish, placeLabels, type Rectangle } from "./place-labels";
export { clipOf, type Split, splitInto } from "./split";
export { ringAround, ringedRows, titledRows } from "./titles";
