import { SpaceName, useSpaces } from "../choosers/DatasetFace";

/** The name of the space that the page carries, in place of the choice among several. */
export function DatasetSelect() {
  const { open } = useSpaces();
  return (
    <div className="dataset">
      <SpaceName space={open} />
    </div>
  );
}
