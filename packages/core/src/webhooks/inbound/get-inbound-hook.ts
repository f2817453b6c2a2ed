import { notFound } from "../../errors";
import { query } from "../../operation/query";
import { InboundHook, inboundOf, ofInboundHook } from "../contract/inbound";

/** Returns an address at which others send to the workspace. */
export const getInboundHook = query("webhooks.get-inbound-hook", {
  title: "Get an address that takes messages",
  permission: "webhook.manage",
  input: ofInboundHook,
  output: InboundHook,
  doors: ["web", "rest"],

  async handle({ inboundHooks, clock }, { id }) {
    return inboundOf((await inboundHooks.find(id)) ?? notFound("Address", id), clock());
  },
});
