// A command of the command line in a process of its own, which tells the most memory it ever held.
import { main } from "../cli/main";

process.exitCode = await main(process.argv.slice(2));
process.send?.(process.resourceUsage().maxRSS * 1024);
