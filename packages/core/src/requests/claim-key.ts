import type { Claim } from "@besunny/db/workspace/idempotency-keys";
import { z } from "zod";
import { command } from "../operation/command";
import { ofType } from "../shapes";
import { keyOwner } from "./contract/key-owner";

const HOURS_KEPT = 24;
const MINUTES_UNTIL_ABANDONED = 10;

export const claimKey = command("requests.claim-key", {
  title: "Claim an idempotency key",
  permission: "request.remember",
  input: keyOwner.extend({ fingerprint: z.string() }),
  output: ofType<Claim>(),
  doors: [],
  audit: { notAudited: "It is bookkeeping of requests that record themselves." },

  handle({ idempotencyKeys, clock }, input) {
    const now = clock();
    return idempotencyKeys.claim(input, {
      now,
      before: new Date(now.getTime() - HOURS_KEPT * 3_600_000),
      abandoned: new Date(now.getTime() - MINUTES_UNTIL_ABANDONED * 60_000),
    });
  },
});
