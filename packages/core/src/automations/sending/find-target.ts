import { z } from "zod";

import { webhookId } from "../../ids";
import { query } from "../../operation/query";
import { Sealed } from "../../webhooks/contract/secrets";

/** Finds the address and the sealed secrets of a webhook that an automation sends to. Null: it is gone, or it is not on. */
export const findTarget = query("automations.find-target", {
  title: "Find the webhook that an automation sends to",
  permission: "automation.work",
  input: z.object({ id: webhookId }),
  output: z.object({ url: z.string(), secrets: z.array(Sealed) }).nullable(),
  doors: [],

  async handle({ webhookEndpoints, clock }, { id }) {
    const endpoint = await webhookEndpoints.find(id);
    const kept = await webhookEndpoints.readSecrets(id);
    if (endpoint?.state !== "on" || !kept?.sealedSecret) return null;
    const isBoth = kept.sealedBefore && kept.beforeUntil && kept.beforeUntil > clock();
    return {
      url: endpoint.url,
      secrets: [kept.sealedSecret, ...(isBoth && kept.sealedBefore ? [kept.sealedBefore] : [])],
    };
  },
});
