import { z } from "zod";

import { hookReceived } from "../../events";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { ofInboundHook } from "../contract/inbound";

/** Notes what became of a delivery. One that starts automations is announced in the same transaction. */
export const endDelivery = command("webhooks.end-delivery", {
  title: "Note what became of a delivery",
  permission: "document.upload",
  input: ofInboundHook.extend({
    deliveryId: z.string(),
    outcome: z.enum(["taken", "happened", "refused"]),
    problem: z.string().max(1000).nullable(),
    documentId: z.string().nullable(),
    body: z.json().nullable(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The log of the address is the record." },

  async handle({ inboundHooks, workspaceId, emit }, { id, deliveryId, ...told }) {
    await inboundHooks.end(deliveryId, told);
    if (told.outcome === "happened") emit(hookReceived.of({ workspaceId, hookId: id, deliveryId }));
  },
});
