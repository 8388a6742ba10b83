export { type Connection, connect } from "./connect";
export {
  type EventName,
  type FrameFigures,
  isOurs,
  type Reply,
  type Request,
  readRequest,
  SOURCE,
  VERSION,
  type ViewState,
  type WholeFrame,
} from "./protocol";
