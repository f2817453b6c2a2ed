import type { CommandTools } from "../../operation/command";

/** The tools of the commands that write what a look found. */
export type LookTools = CommandTools;
