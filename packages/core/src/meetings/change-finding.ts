import { z } from "zod";
import { personOf } from "../access/person-of";
import { notFound } from "../errors";
import { findingId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustChangeMeeting } from "./contract/must-change";

/** Changes the words of a sentence, a topic or a question of a meeting, or takes it away. What a person has changed stays. */
export const changeFinding = command("meetings.change-finding", {
  title: "Change or remove a statement of a meeting",
  permission: "document.correct",
  input: z
    .object({
      id: findingId,
      text: z.string().trim().min(1).max(2_000).optional(),
      isRemoved: z.boolean().optional(),
    })
    .refine(
      ({ text, isRemoved }) => text !== undefined || isRemoved !== undefined,
      "Give other words, or say that it is to be removed",
    ),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, text, isRemoved }) {
    const { meetings, actor, changed } = tools;
    const finding = (await meetings.finding(id)) ?? notFound("Statement", id);
    await mustChangeMeeting(tools, finding.meetingId);
    const { id: by } = personOf(actor);
    await meetings.updateFinding(id, {
      ...(text !== undefined &&
        text !== finding.text && {
          text,
          foundText: finding.foundText ?? finding.text,
          correctedBy: by,
        }),
      ...(isRemoved !== undefined && { removedBy: isRemoved ? by : null }),
    });
    changed({
      subject: finding.meetingId,
      before: { text: finding.text, isRemoved: finding.removedBy !== null },
      after: { text: text ?? finding.text, isRemoved: isRemoved ?? finding.removedBy !== null },
    });
  },
});
