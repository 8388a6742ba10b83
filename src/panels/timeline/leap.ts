import { scope, setK } from "../../state";

/** Takes the slider somewhere by someone's hand, which ends what was playing. */
export function leap(k: number): void {
  scope.setState({ playing: false });
  setK(k);
}
