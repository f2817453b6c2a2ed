import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eld } from "eld/medium";
import { z } from "zod";

import { profiledWords } from "../src/understanding/language/profiles";
import { data } from "./data";

const MOST_WORDS = 80;
const LEAST_TIMES = 3;
/** The least share of a letter that belongs to a language, so that foreign names do not count. */
const LEAST_LETTER = 0.0005;
/** Written without spaces, or so near to a neighbour that words do not tell them apart: Bosnian is taken for Croatian. */
const without = new Set(["bs", "ja", "ko", "th", "zh"]);
/** Both ways to write Norwegian have one code here, as in eld. */
const sameAs: Record<string, string> = { nb: "no", nn: "no" };

/**
 * Counts the commonest words and the letters of each language in the first half of each file of `data/languages` (Leipzig Corpora, CC BY). The
 * second half is for measuring.
 */
export function trainLanguages(): void {
  const guessed = new Set(
    Object.values(
      z.object({ Languages: z.record(z.string(), z.string()) }).parse(eld.info()).Languages,
    ),
  );
  const texts = new Map<string, string>();
  for (const file of readdirSync(data("languages")).filter((name) =>
    /^[a-z]{2}\.txt$/.test(name),
  )) {
    const own = file.slice(0, 2);
    const code = sameAs[own] ?? own;
    if (without.has(code)) continue;
    const lines = readFileSync(data(`languages/${file}`), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    const half = lines.slice(0, Math.floor(lines.length / 2)).join("\n");
    texts.set(code, `${texts.get(code) ?? ""}\n${half}`);
  }
  const model = Object.fromEntries(
    [...texts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([code, text]) => [code, { ...profileOf(text), isGuessed: guessed.has(code) }]),
  );
  writeFileSync(
    fileURLToPath(new URL("../src/models/languages.json", import.meta.url)),
    `${JSON.stringify(model)}\n`,
  );
  console.log("languages:", texts.size, "profiles");
}

function profileOf(text: string) {
  const words = profiledWords(text);
  const common = [...counted(words)]
    .filter(([, times]) => times >= LEAST_TIMES)
    .slice(0, MOST_WORDS);
  const letters = text.toLowerCase().match(/\p{L}/gu) ?? [];
  return {
    words: common.map(([word]) => word).join(" "),
    shares: common.map(([, times]) => Math.round((1e6 * times) / words.length)),
    letters: [...counted(letters)]
      .filter(([, times]) => times / letters.length > LEAST_LETTER)
      .map(([letter]) => letter)
      .join(""),
  };
}

/** The things with how often each occurs, the commonest first. */
function counted(things: readonly string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const thing of things) times.set(thing, (times.get(thing) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
