import { passagesOf } from "@besunny/document-model/passages";
import { z } from "zod";
import { readModel } from "../content/contract/parsed-document-file";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { locatePassages } from "./contract/locate-passages";
import { indexPassages } from "./index-passages";
import { recordPassages } from "./record-passages";

/** Cuts a document into passages again from what was read of it, and replaces its passages in PostgreSQL and in the index. */
export const cutAgain = flow("search.cut-again", {
  title: "Cut a document into passages again",
  permission: "index.write",
  input: z.object({ documentId, modelKey: z.string() }),
  output: nothing,
  doors: [],
  uses: ["files"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ caller, files, log, signal }, { documentId: id, modelKey }) {
    const model = await readModel(files, modelKey).catch((error: unknown) => {
      signal?.throwIfAborted();
      log.warn(
        { error, documentId: id },
        "a document cannot be cut again, because its text cannot be read",
      );
      return null;
    });
    if (!model) return;
    await recordPassages(caller, {
      documentId: id,
      passages: locatePassages(model, passagesOf(model)),
    });
    await indexPassages(caller, { documentId: id });
  },
});
