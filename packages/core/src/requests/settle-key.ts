import { z } from "zod";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { keyOwner } from "./contract/key-owner";

export const settleKey = command("requests.settle-key", {
  title: "Store the answer of an idempotency key",
  permission: "request.remember",
  input: keyOwner.extend({
    status: z.number().int(),
    mediaType: z.string().nullable(),
    body: z.string(),
    actions: z.array(z.string()),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It is bookkeeping of requests that record themselves." },

  handle: ({ idempotencyKeys }, { actorId, key, ...answer }) =>
    idempotencyKeys.settle({ actorId, key }, answer),
});
