import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { nothing } from "../../shapes";
import type { StoredEvidence } from "../contract/evidence";
import { linkReasons } from "../contract/link";
import { type Candidate, findLinkCandidates, type LinkCandidates } from "./find-link-candidates";
import { type NamedInTalk, namedInTalk } from "./named-in-talk";
import { recordLinks } from "./record-links";

type Link = Candidate & { evidence: StoredEvidence[] };

/** Finds the documents that a meeting was about, each with its reason. What people have said of links stays. Running it twice changes nothing. */
export const linkMeeting = flow("meetings.link-meeting", {
  title: "Find the documents of a meeting",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],
  uses: ["files"],
  audit: { notAudited: "Recording the links is audited." },

  async handle({ caller, files }, { documentId: id }) {
    const given = await findLinkCandidates(caller, { documentId: id });
    if (!given) return;
    const { text } = await readModel(files, given.modelKey);
    const named = namedInTalk(
      given.turns.map(({ number, spanStart, spanEnd }) => ({
        number,
        start: spanStart,
        text: text.slice(spanStart, spanEnd),
      })),
      given.titles.filter((each) => each.id !== id),
    );
    const all = [
      ...given.found.map((each): Link => ({ ...each, evidence: [] })),
      ...named.map((each) => asLink(each, given.turns)),
    ];
    await recordLinks(caller, {
      meetingId: given.meetingId,
      modelKey: given.modelKey,
      links: strongest(all.filter((each) => each.documentId !== id)),
    });
  },
});

function asLink(
  { documentId: id, confidence, turn, quote, start }: NamedInTalk,
  turns: LinkCandidates["turns"],
): Link {
  const spoken = turns.find(({ number }) => number === turn);
  const marked = spoken?.marks.findLast(([place]) => place <= start);
  return {
    documentId: id,
    reason: "named",
    confidence,
    evidence: [
      {
        turns: [turn],
        quote,
        span: [start, start + quote.length],
        atMs: marked?.[1] ?? spoken?.startMs ?? null,
      },
    ],
  };
}

/** Of several reasons for a document the strongest counts. Where the talk names it too, the words are kept. */
function strongest(links: readonly Link[]): Link[] {
  return [...Map.groupBy(links, (each) => each.documentId).values()].flatMap((same) => {
    const [first] = same.toSorted(
      (a, b) => linkReasons.indexOf(a.reason) - linkReasons.indexOf(b.reason),
    );
    const evidence = same.flatMap((each) => each.evidence);
    return first ? [{ ...first, evidence }] : [];
  });
}
