import type { Repositories } from "@besunny/db/database";
import type { StoredDecision } from "@besunny/db/meetings/decisions";
import type { Actor } from "../../access/actor";
import { notFound } from "../../errors";
import { mustChangeMeeting } from "../../meetings/contract/must-change";

/** Returns a decision that the actor may change, as somebody who may correct its transcript. Throws `NOT_FOUND` or `FORBIDDEN` otherwise. */
export async function mustChangeDecision(
  tools: Pick<Repositories, "meetings" | "documents" | "decisions"> & { actor: Actor },
  id: string,
): Promise<StoredDecision> {
  const row = (await tools.decisions.find(id)) ?? notFound("Decision", id);
  await mustChangeMeeting(tools, row.meetingId);
  return row;
}
