import { z } from "zod";

import { platformQuery } from "../../operation/platform";

/** Returns the bytes of the database as PostgreSQL counts them. A step of `get-disk-usage`. */
export const getDatabaseSize = platformQuery("platform.get-database-size", {
  title: "Get the size of the database",
  permission: "system.read",
  input: z.object({}),
  output: z.number(),
  doors: [],
  handle: ({ db }) => db.platform.server.size(),
});
