import { z } from "zod";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { query } from "../../operation/query";
import { count } from "../../shapes";
import { Choices } from "../contract/request";

/** Counts the deleted documents of an erasure of which no receipt says yet that nothing is left. */
export const countUnproven = query("privacy.count-unproven", {
  title: "Count deletions of an erasure without a receipt",
  permission: "privacy.work",
  input: z.object({ id: privacyRequestId }),
  output: z.object({ left: count }),
  doors: ["job"],

  async handle({ privacyRequests, deletionChecks }, { id }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const ids = Object.entries(Choices.parse(request.choices))
      .filter(([, choice]) => choice.kind === "delete")
      .map(([documentId]) => documentId);
    return { left: (await deletionChecks.findMany(ids)).length };
  },
});
