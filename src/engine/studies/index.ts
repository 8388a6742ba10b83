import { agreement } from "./agreement";
import { columns } from "./columns";
import { draws } from "./draws";
import { frame } from "./frame";
import { frames } from "./frames";
import { funnel } from "./funnel";
import { jitter } from "./jitter";
import { likeness } from "./likeness";
import { lists } from "./lists";
import { nearest } from "./nearest";
import { norms } from "./norms";
import { prefixes } from "./prefixes";
import { recall } from "./recall";
import { settling } from "./settling";
import { storage } from "./storage";
import type { Study } from "./study";
import { truncation } from "./truncation";
import { vectors } from "./vectors";

/** All studies by name; the types of what the page and the worker say to each other about them follow from it. */
export const STUDIES = {
  agreement,
  columns,
  draws,
  frame,
  frames,
  funnel,
  jitter,
  likeness,
  lists,
  nearest,
  norms,
  prefixes,
  recall,
  settling,
  storage,
  truncation,
  vectors,
};

export type StudyName = keyof typeof STUDIES;
export type StudyQuestion<N extends StudyName> = (typeof STUDIES)[N] extends Study<infer Q, infer _> ? Q : never;
export type StudyAnswer<N extends StudyName> = (typeof STUDIES)[N] extends Study<infer _, infer A> ? A : never;
