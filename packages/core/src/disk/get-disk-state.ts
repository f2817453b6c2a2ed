import { z } from "zod";

import { flow } from "../operation/operation";
import { diskStateOf } from "./disk-state";

/** Whether there is room for more files. How much there is concerns whoever runs BeSunny, not its people. */
export const getDiskState = flow({
  action: "workspace.read",
  input: z.object({}),
  run: async ({ disk }) => ({ state: diskStateOf(await disk.free()) }),
});
