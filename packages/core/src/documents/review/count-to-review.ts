import { z } from "zod";
import { changeableIn } from "../../access/rights";
import { query } from "../../operation/query";
import { count } from "../../shapes";
import { LEAST_SURE } from "../contract/least-sure";

/** Counts the documents that the review queue lists for the caller. */
export const countToReview = query("documents.count-to-review", {
  title: "Count the documents whose type needs a person",
  permission: "document.correct",
  input: z.object({}),
  output: z.object({ count }),
  doors: ["web"],

  handle: async ({ documentReviews, actor }) => ({
    count: await documentReviews.count({ below: LEAST_SURE, changeable: changeableIn(actor) }),
  }),
});
