import { serve, type WorkerScope } from "../../engine";
import { said } from "../../i18n/said";
import { readCarried } from "../../sources/carried/read-carried";
import { SourceError } from "../../sources/problem";
import type { SpaceRef } from "../spaces";

// In place of `scope.worker`, in a page that carries its space: of all readers it has one.
serve(self as unknown as WorkerScope, async (space) => {
  const source = await open(space as SpaceRef);
  const { manifest, totalBytes, type } = source;
  const description = { manifest, skipped: null };
  return { ...source, rows: manifest.rows, dims: manifest.dims, type, totalBytes, description };
});

function open(space: SpaceRef) {
  if (space.kind === "carried") return readCarried(space.space, space.points);
  throw new SourceError({
    what: said("This page carries one space and can open no other."),
    remedy: said("Take away what stands behind # in its address, and load it again."),
  });
}
