import type { Coordinator } from "./coordinator";
import type { ColumnBlock } from "./protocol";

/**
 * Hands a space's columns to the coordinator, one block ahead of the one that is being added up.
 *
 * @param grown told after each block whose columns frames may now use
 */
export async function fill(
  coordinator: Coordinator,
  blocks: AsyncIterable<ColumnBlock>,
  grown: () => void | Promise<void> = () => {},
): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for await (const block of blocks) {
    const growing = coordinator.append(block).then(grown);
    // It is waited for one block later; until then a failure must not count as unheard.
    growing.catch(() => {});
    await before;
    before = growing;
  }
  await before;
}
