import { hasData } from "../training/data";
import { measureMeetings } from "../training/meetings/measure";
import { encoder } from "./encoder";

/** Below a floor, or above a ceiling, the evaluation fails. `bench/README.md` has the last figures. */
const floors = {
  decisions_over_cue_words: 0.15,
  whole_decisions_over_cue_words: 0.12,
  whole_evidence_holds: 1,
  topics_over_equal_parts: 0.03,
  actions_precision: 0.85,
  actions_recall: 0.45,
  written_en_decisions_recall: 0.7,
  written_de_decisions_recall: 0.7,
  written_en_decisions_precision: 0.8,
  written_de_decisions_precision: 0.8,
  written_en_actions_recall: 0.7,
  written_de_actions_recall: 0.7,
  written_en_actions_precision: 0.8,
  written_de_actions_precision: 0.8,
  written_en_owners_right: 0.9,
  written_de_owners_right: 0.9,
  evidence_holds: 1,
  actions_evidence_holds: 1,
  rouge_over_first_turns: 0,
  rouge_over_lexrank: 0,
} as const;
const ceilings = {
  owners_invented: 0,
  dates_invented: 0,
  whole_owners_invented: 0,
  whole_dates_invented: 0,
  actions_owners_invented: 0,
  actions_dates_invented: 0,
  hour_cpu_ms: 3_000,
  six_hours_for_one: 1.5,
} as const;

if (hasData) await run();
else console.log("meetings: skipped, the third-party files are not here");
await encoder.close();

async function run(): Promise<void> {
  const found = await measureMeetings(encoder);
  const less = (key: string, other: string) => (found[key] ?? 0) - (found[other] ?? 0);
  const values: Record<string, number> = {
    ...found,
    decisions_over_cue_words: less("decisions_f1", "decisions_cue_words_f1"),
    whole_decisions_over_cue_words: less("whole_decisions_f1", "whole_decisions_cue_words_f1"),
    topics_over_equal_parts: less("topics_f1", "topics_equal_parts_f1"),
    rouge_over_first_turns: less("rouge_l", "rouge_l_first_turns"),
    rouge_over_lexrank: less("rouge_l", "rouge_l_lexrank"),
  };
  const low = Object.entries(floors).filter(([key, floor]) => (values[key] ?? 0) < floor);
  const high = Object.entries(ceilings).filter(([key, most]) => (values[key] ?? 0) > most);
  for (const [key, limit] of [...low, ...high]) {
    console.error(`meetings: ${key} is ${values[key]}, its limit is ${limit}`);
    process.exitCode = 1;
  }
  const shown = Object.entries(values).map(([key, value]) => `${key} ${value.toFixed(3)}`);
  console.log(`meetings: ${shown.join(", ")}`);
}
