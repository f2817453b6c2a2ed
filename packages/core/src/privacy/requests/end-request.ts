import { z } from "zod";
import { conflict } from "../../errors";
import { privacyRequestId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { openRequest } from "./open-request";

/** Ends a request: it was done by hand, or is refused. Its names are forgotten. An erasure is done by its confirmation alone. */
export const endRequest = command("privacy.end-request", {
  title: "End a request on privacy",
  permission: "privacy.manage",
  input: z.object({
    id: privacyRequestId,
    as: z.enum(["done", "refused"]),
    outcome: z.string().trim().min(3).max(1000),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, as, outcome }) {
    const { privacyRequests, clock, changed } = tools;
    const request = await openRequest(tools, id);
    if (request.kind === "erase" && as === "done")
      conflict("An erasure is done once a second person has confirmed it");
    const now = clock();
    await privacyRequests.change(id, { state: as, outcome, endedAt: now, subject: {} });
    changed({ subject: id, before: { state: "open" }, after: { state: as } });
  },
});
