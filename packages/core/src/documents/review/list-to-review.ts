import { z } from "zod";
import { changeableIn } from "../../access/rights";
import { query } from "../../operation/query";
import { count } from "../../shapes";
import { Candidates } from "../../understanding/contract/statements";
import { DocumentSummary, summaryOf } from "../contract/document-summary";
import { LEAST_SURE, worthShowing } from "../contract/least-sure";
import { reviewReasons } from "../contract/review-words";

const DAYS_OF_PACE = 30;
const dayMs = 86_400_000;

/** A document to review: its best candidates, and how sure the first of them is. */
const ToReview = DocumentSummary.extend({
  candidates: Candidates,
  sureness: z.number(),
  /** The types that two releases say, of which one runs as a shadow; null where they agree. */
  dispute: z
    .object({ champion: z.string().nullable(), challenger: z.string().nullable() })
    .nullable(),
});

/**
 * Lists the documents that the caller may change, whose type nobody has said, and whose type is missing or less sure than `below`. The
 * least sure comes first.
 */
export const listToReview = query("documents.list-to-review", {
  title: "List the documents whose type needs a person",
  permission: "document.correct",
  input: z.object({
    /** `disputed`: a shadow that runs says another type than the release that decides. */
    reason: z.enum(reviewReasons).default("unsure"),
    below: z.number().min(0).max(1).default(LEAST_SURE),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    items: z.array(ToReview),
    total: count,
    /** The median seconds between two decisions of the caller in the last 30 days; null below five of them. */
    secondsEach: z.number().nullable(),
  }),
  doors: ["web"],

  async handle(tools, { reason, below, limit }) {
    const { documents, documentReviews, classificationResults, actor, clock } = tools;
    const isDisputed = reason === "disputed";
    const wanted = { below, isDisputed, changeable: changeableIn(actor) };
    const rows = await documentReviews.list(wanted, limit);
    const found = await documents.findMany(rows.map(({ id }) => id));
    const byId = new Map(found.map((document) => [document.id, document]));
    const guesses = await classificationResults.candidatesOf([...byId.keys()]);
    const disputes = isDisputed ? await documentReviews.disputesOf([...byId.keys()]) : new Map();
    const since = new Date(clock().getTime() - DAYS_OF_PACE * dayMs);
    const pace = actor.kind === "user" ? await documentReviews.pace(actor.id, since) : null;
    return {
      items: rows.flatMap(({ id, sureness }) => {
        const document = byId.get(id);
        const candidates = Candidates.safeParse(guesses.get(id)).data ?? [];
        return document
          ? [
              {
                ...summaryOf(document),
                candidates: worthShowing(candidates),
                sureness,
                dispute: disputes.get(id) ?? null,
              },
            ]
          : [];
      }),
      total: await documentReviews.count(wanted),
      secondsEach: pace && pace.decisions >= 5 ? pace.seconds : null,
    };
  },
});
