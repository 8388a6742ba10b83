/** How far a named point may be from a pointer that rests, while the cloud moves, before its name goes. */
export const LEASH = 24;

type Place = { x: number; y: number };

/** What the keeper asks of the cloud. */
export interface Hovered {
  /** Where a row is on screen now; null where it is not. */
  placeOf: (row: number) => Place | null;
  /** The row that is named now. */
  row: () => number | null;
  /** Names a row; −1 names none. */
  name: (row: number) => void;
  /** Finds the row at a place, −1 if there is none; the answer may come later, or never if another place is asked for. */
  pick: (at: Place, found: (row: number) => void) => void;
}

/**
 * Keeps what is named true to the pointer. A moving pointer is answered at every animation frame. Under one that rests,
 * the named point is followed as the cloud moves, and let go of when it has left: names do not flicker past, and none
 * stands where its point is not. Once the points are at rest,
 * every picture answers the pointer anew: the camera may have moved.
 */
export class HoverKeeper {
  readonly #hovered: Hovered;
  #pointer: Place | null = null;

  constructor(hovered: Hovered) {
    this.#hovered = hovered;
  }

  /** The pointer is here now; null where it is away, or turning the cloud. */
  point(at: Place | null): void {
    this.#pointer = at;
    if (at) this.#letGo(at);
    else this.#hovered.name(-1);
  }

  /** The pointer's place is to be answered. */
  answer(): void {
    if (!this.#pointer) return;
    this.#hovered.pick(this.#pointer, (row) => {
      // An answer that comes when the pointer has left names nothing.
      if (this.#pointer) this.#hovered.name(row);
    });
  }

  /** The cloud was drawn, at rest or on its way. */
  drawn(atRest: boolean): void {
    if (!this.#pointer) return;
    this.#letGo(this.#pointer);
    if (atRest) this.answer();
  }

  #letGo(pointer: Place): void {
    const row = this.#hovered.row();
    if (row === null) return;
    const place = this.#hovered.placeOf(row);
    if (!place || Math.hypot(place.x - pointer.x, place.y - pointer.y) > LEASH) this.#hovered.name(-1);
  }
}
