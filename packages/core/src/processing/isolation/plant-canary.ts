import { flow } from "../../operation/flow";
import { indexPassages } from "../../search/index-passages";
import { nothing } from "../../shapes";
import { canaryOf, folderOf, ofCanary } from "./contract";
import { recordCanary } from "./record-canary";

/** Puts a marked document into every store: rows, file and index. It may run again. */
export const plantCanary = flow("processing.plant-canary", {
  title: "Put a marked document into every store",
  permission: "isolation.watch",
  input: ofCanary,
  output: nothing,
  doors: [],
  uses: ["files"],
  audit: { notAudited: "The check of the isolation that it is part of is the record." },

  async handle({ caller, files, signal }, input) {
    const canary = canaryOf(input);
    await recordCanary(caller, input);
    await files.write(`${folderOf(canary)}/canary`, Buffer.from(canary.mark));
    await indexPassages(caller, { documentId: canary.documentId }, signal);
  },
});
