import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { conventionsOf } from "@besunny/ai/understanding/entities/conventions";
import { detectLanguage } from "@besunny/ai/understanding/language";
import { findDetails } from "@besunny/ai/understanding/personal/find-personal-data";
import type { Report } from "../report";
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
    ...presidio(samples),
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

function presidio(samples: readonly Sample[]): Report {
  const python = process.env.PYTHON;
  if (!python) {
    console.error("Presidio is left out: PYTHON names no interpreter that has presidio-analyzer.");
    return {};
  }
  const script = join(import.meta.dirname, "presidio.py");
  const { status, stdout, stderr } = spawnSync(python, [script], {
    input: JSON.stringify(samples.map(({ full_text }) => full_text)),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) {
    console.error(`Presidio is left out: ${stderr.trim().split("\n").at(-1)}`);
    return {};
  }
  console.error(stderr.split("\n").find((line) => line.startsWith("spaCy")) ?? "");
  const found: [string, number, number][][] = JSON.parse(stdout);
  const tally = createTally();
  for (const [index, sample] of samples.entries()) {
    const stated = (found[index] ?? []).flatMap(([name, start, end]) => {
      const kind = kindOf(name);
      return kind ? [{ kind, start, end }] : [];
    });
    tally.add(labelledOf(sample), stated);
  }
  return tally.report("presidio_");
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
