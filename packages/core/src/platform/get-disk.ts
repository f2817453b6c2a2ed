import { z } from "zod";

import { diskStateOf } from "../disk/contract";
import { platformOperation } from "../operation/operation";

/** The room on the disk of the data directory, in bytes, and what that means. */
export const getDisk = platformOperation({
  input: z.object({}),

  async run({ disk }) {
    const room = await disk.free();
    return { ...room, state: diskStateOf(room) };
  },
});
