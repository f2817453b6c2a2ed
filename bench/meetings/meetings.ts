import { fileURLToPath } from "node:url";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { hasData } from "@besunny/ai/training/data";
import { measureMeetings, meetingMeasures } from "@besunny/ai/training/meetings/measure";
import type { Report } from "../report";

const cache = fileURLToPath(new URL("../../packages/ai/.cache", import.meta.url));

/** `bench meetings`: what rules and local models find in meetings that people marked, beside simple ways in the same run. */
export async function meetings({ only }: { only?: string }): Promise<Report> {
  const measures = meetingMeasures.filter((each) => only === undefined || each === only);
  if (measures.length === 0) throw new Error(`--only takes ${meetingMeasures.join(", ")}.`);
  if (!hasData)
    throw new Error("The meetings are not here: QMSum belongs in ../shared/data/meetings.");
  const encoder = await loadSentenceEncoder(cache);
  const report = await measureMeetings(encoder, measures);
  await encoder.close();
  return report;
}
