import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { viewChunks } from "../src/understanding/document-view";
import { classifyType } from "../src/understanding/type/classify-type";
import { accuracy, atThreshold, calibrationError, type Outcome } from "../training/calibration";
import { hasData } from "../training/data";
import { ownSamples } from "../training/samples";
import { thirdPartyDocuments } from "../training/third-party";
import { encoder } from "./encoder";

// Tests the shipped model on documents that it was not trained on.
const documents = [...ownSamples(), ...(hasData ? await thirdPartyDocuments() : [])].filter(
  ({ isHeldOut }) => isHeldOut,
);
const outcomes: (Outcome & {
  type: string;
  source: string;
  isAnswered: boolean;
  amongFive: boolean;
})[] = [];
for (const { type, source, document } of documents) {
  const chunks = await viewChunks(document, encoder);
  const { name, candidates } = await classifyType({ document, chunks }, taxonomy, encoder);
  outcomes.push({
    type,
    source,
    confidence: candidates[0]?.confidence ?? 0,
    isRight: candidates[0]?.name === type,
    isAnswered: name !== null,
    amongFive: candidates.some((candidate) => candidate.name === type),
  });
}
for (const [name, chosen] of [
  ["own samples", outcomes.filter(({ source }) => source === "own")],
  ["third parties' files", outcomes.filter(({ source }) => source !== "own")],
  ["all", outcomes],
] as const) {
  if (chosen.length === 0) continue;
  const answered = chosen.filter(({ isAnswered }) => isAnswered);
  console.log(
    `types, ${name}: ${chosen.length} held-out documents, accuracy ${percent(accuracy(chosen))}, among five ${percent(chosen.filter(({ amongFive }) => amongFive).length / chosen.length)}, ` +
      `calibration error ${percent(calibrationError(chosen))}, answered ${percent(answered.length / chosen.length)} of which right ${percent(accuracy(answered))}, ` +
      `at 0.9: answered ${percent(atThreshold(chosen, 0.9).coverage)} of which right ${percent(atThreshold(chosen, 0.9).precision)}`,
  );
}
await encoder.close();

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
