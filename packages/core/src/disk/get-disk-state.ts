import { z } from "zod";
import { flow } from "../operation/flow";
import { diskStateOf, diskStates } from "./contract";

/** Whether there is room for more files. How much there is concerns whoever runs BeSunny, not its people. */
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
