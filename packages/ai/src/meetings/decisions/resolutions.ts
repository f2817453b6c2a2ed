import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { Cues } from "../cues/cues";
import type { MeetingView, Said } from "../meeting-view";

const WITHIN_TURNS = 3;

/** The answers of others within three turns: the first sentences of those who agreed and of those who objected, and the kind of the first. */
export type Resolution = {
  agreements: Said[];
  objections: Said[];
  first: "agrees" | "objects" | null;
};

type Reply = { first: Said; kind: "agrees" | "objects" | "proposes" | "speaks" };

/**
 * Returns a function that tells whether others agreed to what is said, or objected. What is said after another proposal is of that one. Each turn
 * is read once.
 */
export function resolutions(view: MeetingView, cues: Cues): (said: Said) => Resolution {
  const known = new Map<number, Reply | null>();
  const replyIn = (turn: Turn): Reply | null => {
    const kept = known.get(turn.number);
    if (kept !== undefined) return kept;
    const reply = read(view.saidIn(turn), cues);
    known.set(turn.number, reply);
    return reply;
  };
  return ({ turn }) => {
    const found: Resolution = { agreements: [], objections: [], first: null };
    for (let ahead = 1; ahead <= WITHIN_TURNS; ahead++) {
      const next = view.turnAt(turn.number + ahead);
      const reply = next && next.speaker !== turn.speaker ? replyIn(next) : null;
      if (!reply) continue;
      if (reply.kind === "proposes") break;
      if (reply.kind === "speaks") continue;
      (reply.kind === "agrees" ? found.agreements : found.objections).push(reply.first);
      found.first ??= reply.kind;
    }
    return found;
  };
}

function read(own: readonly Said[], cues: Cues): Reply | null {
  const [first] = own;
  if (!first) return null;
  if (cues.objects.test(first.text)) return { first, kind: "objects" };
  if (cues.agrees.test(first.text)) return { first, kind: "agrees" };
  return { first, kind: own.some(({ text }) => cues.proposes.test(text)) ? "proposes" : "speaks" };
}
