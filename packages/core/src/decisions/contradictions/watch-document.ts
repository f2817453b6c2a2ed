import { sentencesOfText } from "@besunny/document-model/sentences";
import { meetingOf } from "@besunny/document-model/transcripts/meeting-turns";
import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { nothing } from "../../shapes";
import { type Claim, claimOf } from "./claim";
import { contradicts } from "./contradicts";
import { type Compared, findToCompare } from "./find-to-compare";
import { reopenDecisions } from "./reopen-decisions";

/** The most sentences of a document that are compared. */
const MOST_SENTENCES = 5_000;

type Found = z.input<typeof reopenDecisions.input>["found"][number];
type Place = Pick<Compared, "documentId" | "quote" | "span"> & { decisionId: string | null };
type Weighed = Compared & { claim: Claim };

/**
 * Reopens decisions that a document contradicts. A meeting is compared by its decisions, with those of earlier and of later meetings. Another document
 * is compared by its sentences, with decisions before its day.
 */
export const watchDocument = flow("decisions.watch-document", {
  title: "Look for decisions that a document contradicts",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],
  uses: ["files"],
  audit: { notAudited: "Reopening a decision is audited." },

  async handle({ caller, files }, { documentId: id }) {
    const compared = await findToCompare(caller, { documentId: id });
    if (!compared?.at || compared.decisions.length === 0) return;
    const decisions = compared.decisions.map((each) => ({ ...each, claim: claimOf(each.text) }));
    const found = compared.modelKey
      ? ofSentences(await readModel(files, compared.modelKey), { id, at: compared.at, decisions })
      : ofDecisions(id, decisions);
    if (found.length > 0) await reopenDecisions(caller, { found: found.slice(0, 500) });
  },
});

function ofDecisions(id: string, decisions: readonly Weighed[]): Found[] {
  return decisions.flatMap((decision) => {
    for (const later of decisions) {
      const isOfThis = (decision.documentId === id) !== (later.documentId === id);
      if (!isOfThis || later.at <= decision.at) continue;
      const reason = contradicts(decision.claim, later.claim, { isDecided: true });
      if (reason) return [foundOf(decision, { ...later, decisionId: later.id }, reason)];
    }
    return [];
  });
}

function ofSentences(
  model: Awaited<ReturnType<typeof readModel>>,
  { id, at, decisions }: { id: string; at: Date; decisions: readonly Weighed[] },
): Found[] {
  if (meetingOf(model)) return [];
  const sentences = sentencesOfText(model.text)
    .slice(0, MOST_SENTENCES)
    .map((span) => ({ span, quote: model.text.slice(...span) }))
    .map((each) => ({ ...each, claim: claimOf(each.quote) }));
  return decisions.flatMap((decision) => {
    if (at <= decision.at || decision.documentId === id) return [];
    for (const { claim, span, quote } of sentences) {
      const reason = contradicts(decision.claim, claim, { isDecided: false });
      if (reason)
        return [foundOf(decision, { documentId: id, quote, span, decisionId: null }, reason)];
    }
    return [];
  });
}

function foundOf(
  { id }: Compared,
  { documentId: of, quote, span, decisionId }: Place,
  reason: Found["reason"],
): Found {
  return { id, documentId: of, quote, span: [span[0], span[1]], decisionId, reason };
}
