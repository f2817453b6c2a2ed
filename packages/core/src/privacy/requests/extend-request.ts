import { z } from "zod";
import { invalidInput } from "../../errors";
import { privacyRequestId } from "../../ids";
import { moment } from "../../moment";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { openRequest } from "./open-request";

const MOST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Moves the day on which a request is due, with the reason for the person: at most 90 days after it was made. */
export const extendRequest = command("privacy.extend-request", {
  title: "Extend a request on privacy",
  permission: "privacy.manage",
  input: z.object({
    id: privacyRequestId,
    dueAt: moment,
    reason: z.string().trim().min(3).max(500),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, dueAt, reason }) {
    const { privacyRequests, changed } = tools;
    const request = await openRequest(tools, id);
    const last = new Date(request.askedAt.getTime() + MOST_DAYS * DAY_MS);
    if (dueAt <= request.dueAt || dueAt > last)
      invalidInput("A request is due at most 90 days after it was made", [
        { path: "dueAt", message: "Give a later day within these 90 days" },
      ]);
    await privacyRequests.change(id, { dueAt, extendedReason: reason });
    changed({ subject: id, before: { dueAt: request.dueAt }, after: { dueAt, reason } });
  },
});
