import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { ofInboundHook } from "../contract/inbound";

/** Removes an address with its log. Documents that came by it stay. */
export const removeInboundHook = command("webhooks.remove-inbound-hook", {
  title: "Remove an address that takes messages",
  permission: "webhook.manage",
  input: ofInboundHook,
  output: nothing,
  doors: ["web", "rest"],

  async handle({ inboundHooks, changed }, { id }) {
    const before = (await inboundHooks.find(id)) ?? notFound("Address", id);
    await inboundHooks.remove(id);
    const { name, isSigned, takes, projectId } = before;
    changed({ subject: id, before: { name, isSigned, takes, projectId }, after: {} });
  },
});
