import { notFound } from "../../errors";
import { oneOf } from "../../one-of";
import { query } from "../../operation/query";
import { pageOf, paging } from "../../shapes";
import { InboundDelivery, ofInboundHook } from "../contract/inbound";
import { inboundOutcomes } from "../contract/inbound-words";

/** Lists what came to an address, the newest first. */
export const listInboundDeliveries = query("webhooks.list-inbound-deliveries", {
  title: "List what came to an address",
  permission: "webhook.manage",
  input: ofInboundHook.extend(paging),
  output: pageOf(InboundDelivery),
  doors: ["web", "rest"],

  async handle({ inboundHooks }, { id, limit, cursor }) {
    if (!(await inboundHooks.find(id))) notFound("Address", id);
    const page = await inboundHooks.listDeliveries(id, { limit, cursor });
    return {
      ...page,
      items: page.items.map(({ outcome, ...row }) => ({
        ...row,
        outcome: oneOf(inboundOutcomes, outcome),
      })),
    };
  },
});
