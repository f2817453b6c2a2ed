import type { Repositories } from "@besunny/db/database";
import type { StoredAction } from "@besunny/db/meetings/action-items";
import { z } from "zod";
import { invalidInput, notFound } from "../../errors";

/** The owner of an action in an input: a member, a name, or nobody. */
export const GivenOwner = z
  .union([
    z.strictObject({ userId: z.string().min(1).max(60) }),
    z.strictObject({ name: z.string().trim().min(1).max(120) }),
  ])
  .nullable();
export type GivenOwner = z.infer<typeof GivenOwner>;

type Place = Pick<StoredAction, "documentId" | "project" | "createdBy" | "keptFor">;
type Tools = Pick<Repositories, "documents" | "members">;

/** Returns the columns of an owner. Throws `INVALID_INPUT` for somebody who may not see the action. */
export async function ownerColumns(tools: Tools, given: GivenOwner, place: Place) {
  if (given === null) return { ownerId: null, ownerName: null, ownerHow: null, ownerSpeaker: null };
  const by = { ownerHow: "person", ownerSpeaker: null };
  if ("name" in given) return { ownerId: null, ownerName: given.name, ...by };
  const readers = await tools.members.listReaders(await readersOf(tools, place));
  const member = readers.find(({ userId }) => userId === given.userId);
  if (!member)
    invalidInput(
      place.documentId
        ? "This person may not see the meeting of the action. Share its transcript with them first, or give a name."
        : "This person may not see the action. Choose somebody of its project, or give a name.",
    );
  return { ownerId: member.userId, ownerName: member.name, ...by };
}

/** Returns for whom an action without a meeting is kept, beside the people of its project. One whose meeting is gone stays with those it has. */
export function keptForOf({
  createdBy,
  ownerId,
  keptFor,
}: Pick<StoredAction, "createdBy" | "ownerId" | "keptFor">): string[] {
  if (createdBy === null) return keptFor;
  return [...new Set([createdBy, ...(ownerId ? [ownerId] : [])])];
}

async function readersOf({ documents }: Tools, place: Place): Promise<readonly string[]> {
  const { documentId, project, createdBy, keptFor } = place;
  if (documentId)
    return (await documents.find(documentId))?.access ?? notFound("Meeting", documentId);
  if (project?.isRestricted) return [project.id, "all"];
  return project || createdBy !== null ? ["ws"] : keptFor;
}
