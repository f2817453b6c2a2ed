import { fileURLToPath } from "node:url";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { hasData } from "@besunny/ai/training/data";
import { measureMeetings } from "@besunny/ai/training/meetings/measure";
import type { Report } from "../report";

const cache = fileURLToPath(new URL("../../packages/ai/.cache", import.meta.url));

/** `bench meetings`: what rules and local models find in meetings that people marked, beside simple ways in the same run. */
export async function meetings(): Promise<Report> {
  if (!hasData)
    throw new Error("The meetings are not here: QMSum belongs in ../shared/data/meetings.");
  const encoder = await loadSentenceEncoder(cache);
  const report = await measureMeetings(encoder);
  await encoder.close();
  return report;
}
