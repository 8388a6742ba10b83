import { funnel } from "./funnel";
import { recall } from "./recall";
import { settling } from "./settling";
import { storage } from "./storage";
import type { Study } from "./study";

/** All studies by name; the types of what the page and the worker say to each other about them follow from it. */
export const STUDIES = { funnel, recall, settling, storage };

export type StudyName = keyof typeof STUDIES;
export type StudyQuestion<N extends StudyName> = (typeof STUDIES)[N] extends Study<infer Q, infer _> ? Q : never;
export type StudyAnswer<N extends StudyName> = (typeof STUDIES)[N] extends Study<infer _, infer A> ? A : never;
