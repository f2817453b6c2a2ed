import { command } from "../operation/command";
import { nothing } from "../shapes";
import { keyOwner } from "./contract/key-owner";

export const releaseKey = command("requests.release-key", {
  title: "Release an idempotency key",
  permission: "request.remember",
  input: keyOwner,
  output: nothing,
  doors: [],
  audit: { notAudited: "It is bookkeeping of requests that record themselves." },

  handle: ({ idempotencyKeys }, given) => idempotencyKeys.release(given),
});
