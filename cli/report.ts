/** What a command found: as one JSON object, and as lines for people. */
export interface Report {
  json: object;
  lines: string[];
}
