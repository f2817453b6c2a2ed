import { z } from "zod";
import { flow } from "../operation/flow";
import { diskStateOf, diskStates } from "./contract";

/** Returns whether there is room for more files. Leaves out the number of free bytes, which concerns only the operator. */
export const getDiskState = flow("disk.get-disk-state", {
  title: "Say whether there is room for more files",
  permission: "workspace.read",
  input: z.object({}),
  output: z.object({ state: z.enum(diskStates) }),
  doors: ["web"],
  uses: ["disk"],
  audit: { notAudited: "It reads." },

  handle: async ({ disk }) => ({ state: diskStateOf(await disk.free()) }),
});
