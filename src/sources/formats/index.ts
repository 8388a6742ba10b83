import type { Format } from "../table";
import { arrow } from "./arrow";
import { csv } from "./csv";
import { hdf5 } from "./hdf5";
import { json } from "./json";
import { jsonl } from "./jsonl";
import { npy } from "./npy";
import { npz } from "./npz";
import { parquet } from "./parquet";
import { projector } from "./projector";
import { raw } from "./raw";
import { safetensors } from "./safetensors";
import { sqlite } from "./sqlite";
import { vecs } from "./vecs";
import { word2vec } from "./word2vec";

/** Every format that can be read, those with an unmistakable mark first. */
export const FORMATS: readonly Format[] = [
  npy,
  npz,
  hdf5,
  parquet,
  arrow,
  sqlite,
  safetensors,
  vecs,
  projector,
  jsonl,
  json,
  word2vec,
  csv,
  raw,
];
