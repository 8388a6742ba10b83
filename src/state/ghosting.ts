import type { Keyframe } from "../engine";
import { said } from "../i18n/said";
import { tell } from "./actions";
import type { Ghost } from "./link-values";
import { ghostInLink } from "./linked";
import { type ScopeState, scope } from "./scope";

/** Asks for a ghost as a link names it, in place of the one that is there; null lets that go. */
export function wishGhost(wish: Ghost | null): void {
  const before = ghostInLink(scope.getState());
  if (wish?.k === before?.k && wish?.mode === before?.mode && wish?.axes === before?.axes) return;
  scope.setState({ ghost: null, ghostWish: wish });
}

/** Takes a keyframe that is the ghost which was asked for. */
export function takeGhost(keyframe: Keyframe): void {
  const { ghostWish: wish } = scope.getState();
  const fits = keyframe.k === wish?.k && keyframe.mode === wish.mode && keyframe.axes === wish.axes;
  if (fits) scope.setState({ ghost: keyframe, ghostWish: null });
}

/** The ghost that can be computed now: as many columns as it takes have arrived. One that a space cannot have is told of. */
export function ghostDue({ ghostWish: wish, manifest, progress }: ScopeState): Ghost | null {
  if (!wish || !manifest) return null;
  if (wish.k <= manifest.dims) return wish.k <= progress.columns ? wish : null;
  scope.setState({ ghostWish: null });
  tell(
    said("The link shows a ghost of {k} dimensions, and this space has {dims}; that was left out.", {
      k: wish.k.toLocaleString("en"),
      dims: manifest.dims.toLocaleString("en"),
    }),
  );
  return null;
}
