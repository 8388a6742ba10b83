import type { Format } from "../table";
import { csv } from "./csv";
import { npy } from "./npy";

/** Every format that can be read, those with an unmistakable mark first. */
export const FORMATS: readonly Format[] = [npy, csv];
