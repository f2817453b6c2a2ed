import { z } from "zod";
import { query } from "../../operation/query";
import { processingRun } from "../contract";

export const isRunOpen = query("processing.is-run-open", {
  title: "Say whether a run goes on",
  permission: "document.process",
  input: processingRun,
  output: z.boolean(),
  doors: [],

  async handle({ runs }, { runId }) {
    const run = await runs.find(runId);
    return run?.state === "queued" || run?.state === "running";
  },
});
