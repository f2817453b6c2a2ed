import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

import { AppError, conflict } from "../../errors";
import { documentId, webhookId } from "../../ids";
import { asJob } from "../../operation/caller-of";
import { flow } from "../../operation/flow";
import { secret } from "../../operation/secret";
import { count } from "../../shapes";
import { secretOfWebhook } from "../../webhooks/contract/secrets";
import { findTarget } from "./find-target";
import { requestMethods } from "./request-methods";
import { isWorthAnother, saidOf } from "./said-of";

/** The waits before the second and the third try. */
const WAITS_MS = [1_000, 4_000] as const;
const LONGEST_WAIT_MS = 10_000;

/**
 * Sends a request for a step of an automation, in three tries at most. Each carries the same idempotency key, so that a receiver takes one of them.
 * Throws `PROVIDER_UNAVAILABLE` if none was taken.
 */
export const sendRequest = flow("automations.send-request", {
  title: "Send a request of an automation",
  permission: "automation.manage",
  input: z.object({
    documentId,
    to: z.union([
      z.strictObject({ endpointId: webhookId }),
      z.strictObject({ url: secret(z.string()), method: z.enum(requestMethods) }),
    ]),
    body: secret(z.string()),
    key: z.string().max(300),
  }),
  output: z.object({ status: count, tries: count }),
  doors: [],
  audit: { subjects: (_output, given) => [given.documentId] },
  uses: ["webhooks", "sealer"],

  async handle({ webhooks, sealer, caller, clock }, { to, body, key }) {
    const target = await targetOf();
    const refusal = webhooks.refusalOf(target.url);
    if (refusal !== null) conflict(refusal, "Choose another address.");
    for (let tries = 1; ; tries += 1) {
      const answer = await webhooks.send({
        ...target,
        id: key,
        idempotencyKey: key,
        body,
        at: clock(),
      });
      const { status } = answer;
      if (status !== null && status >= 200 && status < 300) return { status, tries };
      const wait = WAITS_MS[tries - 1];
      if (wait === undefined || !isWorthAnother(answer))
        throw new AppError("PROVIDER_UNAVAILABLE", saidOf(answer, tries), {
          hint: "Look at the receiver, then repeat the run from this step.",
        });
      const asked = (answer.retryAfterSeconds ?? 0) * 1_000;
      await pause(Math.max(wait, Math.min(asked, LONGEST_WAIT_MS)));
    }

    async function targetOf() {
      if ("url" in to) return { url: to.url, method: to.method, secrets: [] };
      const found = await findTarget(asJob(caller, "run-automation"), { id: to.endpointId });
      if (!found)
        conflict("The webhook is gone, or it is not on", "Turn it on, or choose another.");
      const place = secretOfWebhook(to.endpointId);
      const secrets = found.secrets.map((sealed) => sealer.open(sealed, place));
      return { url: found.url, method: "POST" as const, secrets };
    }
  },
});
