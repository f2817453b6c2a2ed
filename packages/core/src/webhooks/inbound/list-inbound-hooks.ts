import { z } from "zod";

import { query } from "../../operation/query";
import { InboundHook, inboundOf } from "../contract/inbound";

/** Lists the addresses at which others send to the workspace. */
export const listInboundHooks = query("webhooks.list-inbound-hooks", {
  title: "List the addresses that take messages",
  permission: "webhook.manage",
  input: z.object({}),
  output: z.object({ items: z.array(InboundHook) }),
  doors: ["web", "rest"],

  async handle({ inboundHooks, clock }) {
    const now = clock();
    return { items: (await inboundHooks.list()).map((row) => inboundOf(row, now)) };
  },
});
