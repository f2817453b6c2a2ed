import { z } from "zod";

import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { ofInboundHook } from "../contract/inbound";

/** Turns an address off, or on again. While it is off, its senders find nothing there. */
export const turnInboundHook = command("webhooks.turn-inbound-hook", {
  title: "Turn an address that takes messages off or on",
  permission: "webhook.manage",
  input: ofInboundHook.extend({ isOn: z.boolean() }),
  output: nothing,
  doors: ["web", "rest"],

  async handle({ inboundHooks, changed }, { id, isOn }) {
    const before = (await inboundHooks.find(id)) ?? notFound("Address", id);
    if (before.isOn === isOn) return;
    await inboundHooks.turn(id, isOn);
    changed({ subject: id, before: { isOn: before.isOn }, after: { isOn } });
  },
});
