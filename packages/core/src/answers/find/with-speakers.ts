import type { Caller } from "../../operation/caller";
import type { Done } from "../compose/done";
import { findSpoken } from "./find-spoken";

/** Adds to the citations of transcripts who says the words, and when. */
export async function withSpeakers(caller: Caller, done: Done): Promise<Done> {
  const { citations } = done;
  if (citations.length === 0) return done;
  const places = citations.map(({ documentId, span }) => ({ documentId, start: span[0] }));
  const spoken = await findSpoken(caller, { places });
  if (spoken.length === 0) return done;
  const turns = new Map(spoken.map((each) => [`${each.documentId} ${each.start}`, each]));
  return {
    ...done,
    citations: citations.map((citation) => {
      const turn = turns.get(`${citation.documentId} ${citation.span[0]}`);
      if (!turn) return citation;
      const { speaker, startMs, isTimeGuessed, beganAt } = turn;
      const on = beganAt?.toISOString().slice(0, 10) ?? null;
      return { ...citation, said: { speaker, startMs, isTimeGuessed, on } };
    }),
  };
}
