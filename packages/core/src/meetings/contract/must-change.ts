import type { Repositories } from "@besunny/db/database";
import type { StoredMeeting } from "@besunny/db/meetings/meetings";
import type { Actor } from "../../access/actor";
import { mustBeAllowed } from "../../access/rights";
import { notFound } from "../../errors";

/** Returns a meeting that the actor may change: one whose transcript he may correct. Throws `NOT_FOUND` or `FORBIDDEN` otherwise. */
export async function mustChangeMeeting(
  { meetings, documents, actor }: Pick<Repositories, "meetings" | "documents"> & { actor: Actor },
  id: string,
): Promise<StoredMeeting> {
  const meeting = (await meetings.find(id)) ?? notFound("Meeting", id);
  const document = (await documents.find(meeting.documentId)) ?? notFound("Meeting", id);
  mustBeAllowed(actor, "document.correct", [document]);
  return meeting;
}
