import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { findInTexts } from "@besunny/ai/redaction/detect/find-in-texts";
import { usualActions } from "@besunny/ai/redaction/policy";
import { withoutOverlaps } from "@besunny/ai/redaction/without-overlaps";
import { redactionKinds } from "@besunny/document-model/statements/redaction-kinds";

import { percentile, type Report } from "../report";
import { askPeer } from "../understanding/ask-peer";
import { type LabelledText, ownTexts, presidioTexts } from "./labelled-texts";
import { createLeaks } from "./leaks";

/**
 * `bench redact`: replaces details in labelled texts as a workspace does that chose nothing. Reports the share of the labelled details of which
 * nothing would leave (recall), and of the replaced stretches that touch a label (precision). Presidio runs beside it on the English texts
 * where `PYTHON` names an interpreter that has it.
 */
export async function redact({ dir, limit }: { dir?: string; limit?: string }): Promise<Report> {
  const cache = await mkdtemp(join(tmpdir(), "bench-redact-"));
  const encoder = await loadSentenceEncoder(cache);
  const kinds = redactionKinds.filter((kind) => usualActions[kind] !== "leave");
  const times: number[] = [];
  const sets = {
    own: await ownTexts(),
    ...(dir && { pii: (await presidioTexts(dir)).slice(0, limit ? Number(limit) : undefined) }),
  };
  let report: Report = {};
  for (const [set, texts] of Object.entries(sets)) {
    const leaks = createLeaks();
    for (const each of texts) {
      const began = performance.now();
      const { details } = await findInTexts({ texts: [each.text], known: [], kinds }, encoder);
      times.push(performance.now() - began);
      const replaced = withoutOverlaps(each.text, details[0] ?? []);
      show(each, leaks.add(each, replaced));
    }
    report = { ...report, [`${set}_texts`]: texts.length, ...leaks.report(`${set}_`) };
    const isEnglish = ({ name }: LabelledText) => set === "pii" || name.endsWith("-en.txt");
    report = { ...report, ...(await presidio(set, texts.filter(isEnglish))) };
    if (set === "own")
      report = { ...report, ...(await englishOf(texts.filter(isEnglish), encoder, kinds)) };
  }
  await encoder.close();
  await rm(cache, { recursive: true });
  return { ...report, ms_p50: percentile(times, 0.5), ms_p95: percentile(times, 0.95) };
}

type Encoder = Awaited<ReturnType<typeof loadSentenceEncoder>>;

/** The English part of the own texts, for comparison with the peer. */
async function englishOf(
  texts: readonly LabelledText[],
  encoder: Encoder,
  kinds: Parameters<typeof findInTexts>[0]["kinds"],
): Promise<Report> {
  const leaks = createLeaks();
  for (const each of texts) {
    const { details } = await findInTexts({ texts: [each.text], known: [], kinds }, encoder);
    leaks.add(each, withoutOverlaps(each.text, details[0] ?? []));
  }
  return totals(leaks.report("own_en_"));
}

async function presidio(set: string, texts: readonly LabelledText[]): Promise<Report> {
  const script = await readFile(join(import.meta.dirname, "presidio.py"), "utf8");
  const answer = await askPeer(
    "redact",
    script,
    texts.map(({ text }) => text),
  );
  if (!Array.isArray(answer)) return {};
  const leaks = createLeaks();
  for (const [at, each] of texts.entries()) leaks.add(each, statedIn(answer[at]));
  const report = leaks.report(`presidio_${set}_`);
  return set === "own" ? totals(report) : report;
}

function totals(report: Report): Report {
  return Object.fromEntries(
    Object.entries(report).filter(
      ([key]) =>
        /(?:^|_)(?:labels|recall|precision)$/.test(key) &&
        !key.includes("-") &&
        key.split("_").length <= 4,
    ),
  );
}

/** Reads the stretches of one text as the script prints them. */
function statedIn(spans: unknown): { start: number; end: number }[] {
  if (!Array.isArray(spans)) return [];
  return spans.flatMap((span) => {
    const [, start, end]: unknown[] = Array.isArray(span) ? span : [];
    return typeof start === "number" && typeof end === "number" ? [{ start, end }] : [];
  });
}

function show(
  { name, text }: LabelledText,
  found: ReturnType<ReturnType<typeof createLeaks>["add"]>,
) {
  if (!process.env.SHOW_WRONG) return;
  const written = ({ start, end }: { start: number; end: number }) =>
    JSON.stringify(text.slice(start, end));
  for (const leak of found.leaks) console.log(name, "leaves", leak.kind, written(leak));
  for (const each of found.needless)
    console.log(
      name,
      "needless",
      written(each),
      "in",
      JSON.stringify(text.slice(Math.max(0, each.start - 30), each.end + 30)),
    );
}
