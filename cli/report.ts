/** What a command found: as one JSON object, and as lines for people. */
export interface Report {
  json: object;
  lines: string[];
  /** What else there is to know: sentences, on standard error. */
  notes?: readonly string[];
  /** Of a command that goes on after it has said this: until when. */
  until?: Promise<void>;
}
