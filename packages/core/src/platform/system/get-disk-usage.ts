import { z } from "zod";

import { diskStateOf } from "../../disk/contract";
import { platformFlow } from "../../operation/platform";
import { DiskUsage } from "./contract";
import { getDatabaseSize } from "./get-database-size";

/** Returns the room on the disk of the data directory and the bytes of its parts. */
export const getDiskUsage = platformFlow("platform.get-disk-usage", {
  title: "Look at the use of the disk",
  permission: "system.read",
  input: z.object({}),
  output: DiskUsage,
  doors: ["admin"],
  audit: { notAudited: "It reads sizes." },

  async handle({ system, disk, caller }) {
    const [room, { countedAt, parts }, databaseBytes] = await Promise.all([
      disk.free(),
      system.sizes(),
      getDatabaseSize(caller, {}),
    ]);
    return { ...room, state: diskStateOf(room), countedAt, parts, databaseBytes };
  },
});
