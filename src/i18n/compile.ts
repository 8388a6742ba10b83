import { compileMessage } from "@lingui/message-utils/compileMessage";
import { setCompiler } from "./words";

// Imported for what it does, where the code runs as it is written (the command line, scripts).
setCompiler(compileMessage);
