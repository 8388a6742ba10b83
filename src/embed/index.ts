export { type Connection, connect } from "./connect";
export {
  type EventName,
  type FrameFigures,
  isOurs,
  type Reply,
  type Request,
  requestSchema,
  SOURCE,
  VERSION,
  type ViewState,
  type WholeFrame,
} from "./protocol";
