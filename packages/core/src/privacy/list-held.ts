import { z } from "zod";
import { query } from "../operation/query";

const MOST = 5_000;

/** Lists the documents that are held, of those that the caller sees. It says nothing of the holds. */
export const listHeld = query("privacy.list-held", {
  title: "List documents that are held",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ ids: z.array(z.string()) }),
  doors: ["web"],

  handle: async ({ legalHolds, clock }) => ({ ids: await legalHolds.listHeldSeen(clock(), MOST) }),
});
