import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { detectLanguage } from "@besunny/ai/understanding/language/detect-language";
import { profiles } from "@besunny/ai/understanding/language/profiles";
import { franc } from "franc";
import type { Report } from "../report";

const LINES_OF_PAGE = 10;

/** Codes that count as one language. */
const sameAs: Record<string, string> = { nb: "no", nn: "no", bs: "hr" };

type Detect = (text: string) => Promise<string | null>;
type Sample = { code: string; text: string };

/**
 * `bench language`: asks for the language of each line of a file `CODE.txt`, and of pages of ten lines. `--only second` leaves the first half of each file out, from which the profiles of `data/languages` were counted.
 */
export async function language({
  dir,
  limit,
  only,
}: {
  dir?: string;
  limit?: string;
  only?: string;
}): Promise<Report> {
  if (!dir) throw new Error("Say where the sentences lie: --dir DIR, with a file CODE.txt each");
  const most = Number(limit ?? Number.POSITIVE_INFINITY);
  const lines = new Map<string, string[]>();
  for (const name of (await readdir(dir)).filter((each) => /^[a-z]{2}\.txt$/.test(each)).sort()) {
    const all = (await readFile(join(dir, name), "utf8")).split("\n").filter((line) => line.trim());
    const first = only === "second" ? Math.floor(all.length / 2) : 0;
    lines.set(name.slice(0, 2), all.slice(first).slice(0, most));
  }
  if (lines.size === 0) throw new Error(`${dir} has no file of the name CODE.txt.`);

  const sentences = [...lines].flatMap(([code, all]) => all.map((text) => ({ code, text })));
  const pages = [...lines].flatMap(([code, all]) => inPages(all).map((text) => ({ code, text })));
  return {
    languages: lines.size,
    ...(await judged("sentence", sentences)),
    ...(await judged("page", pages)),
  };
}

function inPages(lines: readonly string[]): string[] {
  const pages = Math.floor(lines.length / LINES_OF_PAGE);
  return Array.from({ length: pages }, (_, page) =>
    lines.slice(page * LINES_OF_PAGE, (page + 1) * LINES_OF_PAGE).join("\n"),
  );
}

async function judged(unit: string, samples: readonly Sample[]): Promise<Report> {
  const ours: Detect = async (text) => (await detectLanguage(text))?.code ?? null;
  const known = samples.filter(({ code }) => isGuessable(code));
  const others = samples.filter(({ code }) => !isGuessable(code));
  return {
    ...(await outcomes(`${unit}_`, known, ours)),
    ...(await outcomes(`other_${unit}_`, others, ours)),
    ...(await outcomes(`franc_${unit}_`, known, byFranc)),
    ...(await outcomes(`franc_other_${unit}_`, others, byFranc)),
  };
}

/** True for the languages of eld. Of the others the models know some by their commonest words. */
function isGuessable(code: string): boolean {
  return profiles.get(one(code))?.isGuessed ?? unspaced.has(code);
}

/** Languages of eld without a profile of words. */
const unspaced = new Set(["ja", "ko", "th", "zh"]);

async function byFranc(text: string): Promise<string | null> {
  const found = franc(text);
  // The locale's code has two letters where there is one of two.
  return found === "und" ? null : (Intl.getCanonicalLocales(found)[0] ?? null);
}

async function outcomes(
  prefix: string,
  samples: readonly Sample[],
  detect: Detect,
): Promise<Report> {
  let [right, open] = [0, 0];
  for (const { code, text } of samples) {
    const found = await detect(text);
    if (found === null) open += 1;
    else if (one(found) === one(code)) right += 1;
  }
  const share = (count: number) => (100 * count) / Math.max(1, samples.length);
  return {
    [`${prefix}count`]: samples.length,
    [`${prefix}right`]: share(right),
    [`${prefix}open`]: share(open),
    [`${prefix}wrong`]: share(samples.length - right - open),
  };
}

function one(code: string): string {
  return sameAs[code] ?? code;
}
