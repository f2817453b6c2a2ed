import { z } from "zod";

import { diskStateOf, diskStates } from "../disk/contract";
import { platformQuery } from "../operation/platform";

/** Returns the free and total bytes on the disk of the data directory, and whether there is enough room. */
export const getDisk = platformQuery("platform.get-disk", {
  title: "Get the room on the disk",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    freeBytes: z.number(),
    totalBytes: z.number(),
    state: z.enum(diskStates),
  }),
  doors: ["admin"],

  async handle({ disk }) {
    const room = await disk.free();
    return { ...room, state: diskStateOf(room) };
  },
});
