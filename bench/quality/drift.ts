import { judgeWindow } from "@besunny/core/quality/drift/judge-window";
import type { DriftDocument } from "@besunny/core/quality/drift/measures";
import { aSource, type Change, changes } from "@besunny/core/test/quality/drift-documents";
import type { Report } from "../report";
import { askEvidently, type PeerRow, type PeerWeek } from "./drift-peer";

const DAYS_BEFORE = 84;

/**
 * Compares weeks of a made source with the twelve weeks before: undisturbed ones, where each alarm is false, and ones in which one thing changed.
 * Days come from one hand, as they do where people scan a pile. `--count` is the number of undisturbed weeks, and of weeks of each change.
 */
export async function drift({
  count = "100",
  seed = "1",
}: {
  count?: string;
  seed?: string;
}): Promise<Report> {
  const weeks = Number(count);
  const made = (change: Change | null) =>
    Array.from({ length: weeks }, (_, at) => aWeek(Number(seed) * 100_000 + at, change));
  const report: Report = { weeks };
  let documents = 0;
  let took = 0;
  for (const change of [null, ...changes]) {
    const given = made(change);
    const began = performance.now();
    const verdicts = given.map((week) => judgeWindow({ ...week, look: 1 }).state === "drifted");
    took += performance.now() - began;
    documents += given.reduce(
      (sum, { window, reference }) => sum + window.length + reference.length,
      0,
    );
    const name = change ?? "undisturbed";
    report[`${name}_alarms`] = shareOf(verdicts);
    const peer = await askEvidently(given.map(asPeerWeek));
    if (peer) {
      report[`${name}_evidently_alarms`] = shareOf(peer);
      report[`${name}_same_verdict`] = shareOf(peer.map((said, at) => said === verdicts[at]));
    }
  }
  report.ms_a_week = took / (weeks * (changes.length + 1));
  report.documents_a_week = documents / (weeks * (changes.length + 1));
  return report;
}

function aWeek(seed: number, change: Change | null) {
  const source = aSource(seed);
  return {
    reference: source.of(0, DAYS_BEFORE, 4),
    window: source.of(DAYS_BEFORE, 7, 8, change ?? undefined),
    seed,
  };
}

/** Columns as evidently takes them; of the meaning, the first axes. */
function asPeerWeek({ window, reference }: ReturnType<typeof aWeek>): PeerWeek {
  return { window: window.map(asRow), reference: reference.map(asRow) };
}

function asRow({ isUnknown, confidence, values, vector }: DriftDocument): PeerRow {
  const axes = Object.fromEntries(
    Array.from(vector ?? [])
      .slice(0, 8)
      .map((value, axis) => [`axis${axis}`, value]),
  );
  return {
    ...axes,
    isUnknown: isUnknown === null ? null : String(isUnknown),
    confidence,
    language: values.language ?? null,
    pages: values.pages ?? null,
    words: values.words ?? null,
    ocrQuality: values.ocrQuality ?? null,
    duplicates: String(Number(values.nearDuplicates) > 0),
    damaged: String(Number(values.mojibake) > 0),
  };
}

function shareOf(verdicts: readonly boolean[]): number {
  return verdicts.filter(Boolean).length / Math.max(1, verdicts.length);
}
