import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { canaryOf, folderOf, ofCanary } from "./contract";

/** Writes the rows of the marked document. What is there already stays. */
export const recordCanary = command("processing.record-canary", {
  title: "Store a marked document",
  permission: "isolation.watch",
  input: ofCanary,
  output: nothing,
  doors: [],
  audit: { notAudited: "The check of the isolation that it is part of is the record." },

  async handle({ canaryRows }, input) {
    const canary = canaryOf(input);
    await canaryRows.plant({ ...canary, storageKey: `${folderOf(canary)}/canary` });
  },
});
