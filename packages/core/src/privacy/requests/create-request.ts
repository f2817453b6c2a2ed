import { z } from "zod";
import { actorIdOf } from "../../access/actor";
import { Subject } from "../../documents/contract/holding/subject";
import { invalidInput, notFound } from "../../errors";
import { command } from "../../operation/command";
import { secret } from "../../operation/secret";
import { idIn } from "../../shapes";
import { subjectHash } from "../contract/request";
import { requestKinds } from "../contract/request-words";

const DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Records what a person asks about their data, due in 30 days. A member is found by their name and address too. Names never reach the audit
 * log.
 */
export const createRequest = command("privacy.create-request", {
  title: "Record a request on privacy",
  permission: "privacy.manage",
  input: z.object({
    kind: z.enum(requestKinds),
    subject: secret(Subject),
    userId: z
      .string()
      .regex(/^usr_\w{1,56}$/)
      .nullable()
      .default(null),
  }),
  output: z.object({ id: idIn("prq") }),
  doors: ["web"],

  async handle(tools, { kind, subject, userId }) {
    const { privacyRequests, members, actor, clock, changed, workspaceId } = tools;
    const member = userId ? ((await members.find(userId)) ?? notFound("Member", userId)) : null;
    const whole = {
      names: [...new Set([...(member ? [member.user.name] : []), ...subject.names])],
      addresses: [...new Set([...(member ? [member.user.email] : []), ...subject.addresses])],
    };
    if (whole.names.length + whole.addresses.length === 0)
      invalidInput("Nothing says whom it is about", [
        { path: "subject", message: "Give a name or an address" },
      ]);
    const now = clock();
    const { id } = await privacyRequests.create({
      kind,
      subject: whole,
      subjectHash: subjectHash(workspaceId, whole),
      userId,
      askedAt: now,
      dueAt: new Date(now.getTime() + DAYS * DAY_MS),
      createdById: actorIdOf(actor),
    });
    changed({ subject: id, before: {}, after: { kind, state: "open" } });
    return { id };
  },
});
