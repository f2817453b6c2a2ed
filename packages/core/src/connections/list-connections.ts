import { z } from "zod";

import { query } from "../operation/query";
import { instant } from "../shapes";
import { Connection, connectionOf } from "./contract/connection";
import { viewerOf } from "./contract/viewer-of";

/** Lists the accounts that the caller has connected, and those of the organisation for who may manage them. */
export const listConnections = query("connections.list-connections", {
  title: "List connections",
  permission: "source.read",
  input: z.object({}),
  output: z.object({ asOf: instant, items: z.array(Connection) }),
  doors: ["web", "rest"],

  async handle({ connections, sources, actor, clock }) {
    const viewer = viewerOf(actor);
    const found = await sources.list(viewer);
    const items = await connections.list(viewer);
    return {
      asOf: clock(),
      items: items.map((each) =>
        connectionOf(each, {
          userId: viewer?.userId ?? null,
          sources: found.filter(({ connectionId }) => connectionId === each.id),
        }),
      ),
    };
  },
});
