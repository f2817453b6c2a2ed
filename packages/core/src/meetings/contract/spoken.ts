import type { Repositories } from "@besunny/db/database";
import { evidenceFor, type MeetingEvidence, storedEvidence } from "./evidence";

type Said = { meetingId: string | null; evidence: unknown };

/** Returns what finds the evidence of statements with the names of those who spoke, for all of them in two statements. */
export async function evidenceOfAll(
  { meetings }: Pick<Repositories, "meetings">,
  said: readonly Said[],
): Promise<(one: Said) => MeetingEvidence[]> {
  const turns = Map.groupBy(said, ({ meetingId }) => meetingId ?? "");
  turns.delete("");
  const places = [...turns].map(([meetingId, statements]) => ({
    meetingId,
    turns: [
      ...new Set(
        statements.flatMap(({ evidence }) =>
          storedEvidence(evidence).flatMap((each) => each.turns.slice(0, 1)),
        ),
      ),
    ],
  }));
  const found = await meetings.spokenBy(places);
  const spoken = new Map(found.map((each) => [`${each.meetingId} ${each.turn}`, each]));
  return ({ meetingId, evidence }) =>
    evidenceFor(evidence, (turn) => spoken.get(`${meetingId} ${turn}`) ?? null);
}
