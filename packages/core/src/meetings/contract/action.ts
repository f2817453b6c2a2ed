import type { Repositories } from "@besunny/db/database";
import type { StoredAction } from "@besunny/db/meetings/action-items";
import { ownerships } from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { confidence, count, day, idIn, instant } from "../../shapes";
import { MeetingEvidence } from "./evidence";
import { evidenceOfAll } from "./spoken";

/** The states of an action: found, to be done, done, or put away as wrong or as the same as another. */
export const actionStates = ["draft", "open", "done", "rejected", "merged"] as const;
export type ActionState = (typeof actionStates)[number];

/** The meeting in which something was said. */
export const OfMeeting = z.object({
  id: idIn("mtg"),
  title: z.string(),
  beganAt: instant.nullable(),
});

/**
 * Something that is to be done. `owner` is null where nobody was named, `due` where no day was said. Evidence is empty for what a person wrote, and
 * where the meeting is gone, which `note` says.
 */
export const ActionItem = z.object({
  id: idIn("act"),
  text: z.string(),
  state: z.enum(actionStates),
  owner: z
    .object({
      userId: idIn("usr").nullable(),
      name: z.string(),
      how: z.enum([...ownerships, "person"]),
    })
    .nullable(),
  due: z.object({ on: day, words: z.string().nullable() }).nullable(),
  meeting: OfMeeting.nullable(),
  documentId: idIn("doc").nullable(),
  projectIds: z.array(idIn("prj")),
  sameAs: idIn("act").nullable(),
  confidence,
  evidence: z.array(MeetingEvidence),
  note: z.string().nullable(),
  isConfirmed: z.boolean(),
  isCorrected: z.boolean(),
  version: count,
  createdAt: instant,
  doneAt: instant.nullable(),
});
export type ActionItem = z.infer<typeof ActionItem>;

const hows: readonly string[] = ownerships;
const isHow = (how: string | null): how is (typeof ownerships)[number] =>
  how !== null && hows.includes(how);

/** Returns stored actions for an answer. */
export async function actionsFor(
  tools: Pick<Repositories, "meetings">,
  stored: readonly StoredAction[],
): Promise<ActionItem[]> {
  const evidenceOf = await evidenceOfAll(tools, stored);
  return stored.map((row) => {
    const { owner, ownerId, ownerName, ownerHow, dueOn, dueWords, document, projectId } = row;
    const name = owner?.name ?? ownerName;
    const filed = document?.projects.map((each) => each.projectId) ?? [];
    return {
      id: row.id,
      text: row.text,
      state: stateOf(row.state),
      owner:
        name === null
          ? null
          : { userId: ownerId, name, how: isHow(ownerHow) ? ownerHow : "person" },
      due: dueOn && { on: dueOn.toISOString().slice(0, 10), words: dueWords },
      meeting: row.meeting,
      documentId: row.documentId,
      projectIds: [...new Set([...(projectId ? [projectId] : []), ...filed])],
      sameAs: row.sameAs,
      confidence: row.confidence,
      evidence: evidenceOf(row),
      note: row.note,
      isConfirmed: row.confirmedAt !== null,
      isCorrected: row.isCorrected,
      version: row.version,
      createdAt: row.createdAt,
      doneAt: row.doneAt,
    };
  });
}

function stateOf(state: string): ActionState {
  return actionStates.find((each) => each === state) ?? "draft";
}
