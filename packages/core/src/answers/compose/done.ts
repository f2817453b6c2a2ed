import type { z } from "zod";
import type { AnswerItem, Citation, Understood } from "../contract/answer";
import type { Draft } from "./draft";

/** The last item of an answer. */
export type Done = Extract<z.input<typeof AnswerItem>, { kind: "done" }>;

/** An answer from facts; `rest` are the parts of the question that it leaves open. */
export type Answered = { text: string; rest: string[]; done: Done };

/** Facts are found by local models or a person; composing asks none. */
const composedBy: Done["producedBy"] = {
  kind: "local",
  model: "facts",
  release: "1",
  fallbackReason: null,
};

/** Returns the last item of an answer that was composed without a model. */
export function doneOf(draft: Draft, citations: Citation[], understood: Understood): Done {
  const rows =
    draft.table?.rows.flatMap(({ documentId }) => (documentId ? [documentId] : [])) ?? [];
  return {
    kind: "done",
    found: draft.blank === undefined,
    citations,
    table: draft.table,
    understood,
    nearMisses: missOf(draft),
    read: [
      ...new Set([
        ...citations.map(({ documentId }) => documentId),
        ...rows,
        ...missOf(draft).map(({ documentId }) => documentId),
      ]),
    ],
    sent: null,
    producedBy: composedBy,
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };
}

function missOf({ blank: given }: Draft): Done["nearMisses"] {
  if (!given) return [];
  const { subject, blank } = given;
  const { passage, span } = blank;
  return [
    {
      documentId: subject.id,
      title: subject.title,
      text: passage.text.slice(...span),
      page: passage.page,
      span: [passage.start + span[0], passage.start + span[1]],
      at: passage.at,
    },
  ];
}
