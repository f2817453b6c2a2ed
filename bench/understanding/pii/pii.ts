import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { conventionsOf } from "@besunny/ai/understanding/entities/conventions";
import { detectLanguage } from "@besunny/ai/understanding/language/detect-language";
import { findDetails } from "@besunny/ai/understanding/personal/find-personal-data";
import type { Report } from "../../report";
import { askPeer } from "../ask-peer";
import { createTally, type KindSpan } from "./judged-spans";
import { kindOf } from "./kinds";

type Sample = {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
};

/**
 * `bench pii`: reads every `*.json` of a folder in the form of presidio-research. Compares the personal details that BeSunny finds in each
 * text with the labelled ones. Presidio itself runs beside it where `PYTHON` names an interpreter that has it.
 */
export async function pii({ dir, limit }: { dir?: string; limit?: string }): Promise<Report> {
  if (!dir) throw new Error("Say where the labelled texts are: --dir DIR, with *.json files.");
  const samples = (await samplesOf(dir)).slice(0, limit === undefined ? undefined : Number(limit));
  if (samples.length === 0) throw new Error(`${dir} has no labelled texts.`);
  const ours = createTally();
  let ms = 0;
  for (const sample of samples) {
    const labelled = labelledOf(sample);
    const language = await detectLanguage(sample.full_text);
    const began = process.cpuUsage();
    const conventions = conventionsOf(sample.full_text, language?.code ?? null);
    const found = await findDetails(sample.full_text, conventions);
    ms += process.cpuUsage(began).user / 1000;
    ours.add(labelled, found);
    if (process.env.SHOW_WRONG) showWrong(sample.full_text, labelled, found);
  }
  return {
    texts: samples.length,
    cpu_ms_a_text: ms / samples.length,
    ...ours.report(),
    ...(await presidio(samples)),
  };
}

async function samplesOf(dir: string): Promise<Sample[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(dir, name), "utf8")));
  return files.flatMap((file): Sample[] => JSON.parse(file));
}

function labelledOf({ spans }: Sample): KindSpan[] {
  return spans.flatMap(({ entity_type, start_position: start, end_position: end }) => {
    const kind = kindOf(entity_type);
    return kind ? [{ kind, start, end }] : [];
  });
}

async function presidio(samples: readonly Sample[]): Promise<Report> {
  const script = await readFile(join(import.meta.dirname, "presidio.py"), "utf8");
  const texts = samples.map(({ full_text }) => full_text);
  const answer = await askPeer("pii", script, texts);
  if (!Array.isArray(answer)) return {};
  const tally = createTally();
  for (const [index, sample] of samples.entries()) {
    tally.add(labelledOf(sample), statedIn(answer[index]));
  }
  return tally.report("presidio_");
}

/** Reads the spans of one text as the script prints them. */
function statedIn(spans: unknown): KindSpan[] {
  if (!Array.isArray(spans)) return [];
  return spans.flatMap((span): KindSpan[] => {
    const [name, start, end]: unknown[] = Array.isArray(span) ? span : [];
    const kind = typeof name === "string" ? kindOf(name) : undefined;
    return kind && typeof start === "number" && typeof end === "number"
      ? [{ kind, start, end }]
      : [];
  });
}

function showWrong(text: string, labelled: readonly KindSpan[], found: readonly KindSpan[]): void {
  const differs = (one: KindSpan, others: readonly KindSpan[]) =>
    !others.some(({ kind, start, end }) => kind === one.kind && start < one.end && one.start < end);
  const quote = ({ start, end }: KindSpan) =>
    JSON.stringify([
      text.slice(Math.max(0, start - 50), start),
      text.slice(start, end),
      text.slice(end, end + 20),
    ]);
  for (const span of labelled)
    if (differs(span, found)) console.log(`missed ${span.kind} ${quote(span)}`);
  for (const span of found)
    if (differs(span, labelled)) console.log(`wrong ${span.kind} ${quote(span)}`);
}
