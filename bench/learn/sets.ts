import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { z } from "zod";

/** A text with its class, and the group of texts that must stay on one side of a split: a contract, a meeting, a file. */
export type SetText = { text: string; label: string; group: string };

const LEAST_OF_A_CLASS = 150;
const LEAST_CHARACTERS = 40;

/** Returns the sets of `data/` by name, each of texts with classes. */
export async function learnSets(dir: string): Promise<Record<string, SetText[]>> {
  return {
    clauses: await clauses(join(dir, "contracts/master_clauses.csv")),
    meetings: await meetings(join(dir, "meetings/qmsum")),
    languages: await languages(join(dir, "languages")),
  };
}

/** The clauses of contracts that lawyers marked, by what they settle. A text with several classes is left out. */
async function clauses(path: string): Promise<SetText[]> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const found = data.flatMap((row) =>
    Object.entries(row).flatMap(([label, value]) =>
      label === "Filename" || label.endsWith("Answer") || !value?.startsWith("[")
        ? []
        : quotesOf(value).map((text) => ({ text, label, group: row.Filename ?? "" })),
    ),
  );
  const labels = Map.groupBy(found, ({ text }) => text);
  return frequent(
    [...labels.values()].flatMap((same) =>
      new Set(same.map(({ label }) => label)).size === 1 ? (same[0] ?? []) : [],
    ),
  );
}

/** Reads a list as Python prints it. */
function quotesOf(list: string): string[] {
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map(([, single, double]) => (single ?? double ?? "").replaceAll(/\\(.)/g, "$1"))
    .filter((text) => text.length >= LEAST_CHARACTERS);
}

const Meeting = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
});
const TURNS = 12;

/** Stretches of meetings of three kinds, without the names of the speakers. */
async function meetings(dir: string): Promise<SetText[]> {
  const names = (await readdir(join(dir, "train"))).sort();
  const read = await Promise.all(
    names.map(async (name) => {
      const parsed: unknown = JSON.parse(await readFile(join(dir, "train", name), "utf8"));
      const turns = Meeting.parse(parsed).meeting_transcripts;
      const label = /^B/.test(name) ? "academic" : /^[EIT]S/.test(name) ? "product" : "committee";
      return Array.from({ length: Math.floor(turns.length / TURNS) }, (_, at) => ({
        text: turns
          .slice(at * TURNS, (at + 1) * TURNS)
          .map(({ content }) => content)
          .join("\n"),
        label,
        group: name,
      })).filter((_, at) => at % 8 === 0);
    }),
  );
  return frequent(read.flat());
}

/** Lines of 79 languages. Each line is a group of its own. */
async function languages(dir: string): Promise<SetText[]> {
  const names = (await readdir(dir)).filter((name) => /^[a-z]{2}\.txt$/.test(name)).sort();
  const read = await Promise.all(
    names.map(async (name) =>
      (await readFile(join(dir, name), "utf8"))
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((text, at) => ({ text, label: name.slice(0, 2), group: `${name} ${at}` })),
    ),
  );
  return frequent(read.flat());
}

function frequent(texts: readonly SetText[]): SetText[] {
  return [...Map.groupBy(texts, ({ label }) => label).values()]
    .filter(
      (own) => own.length >= LEAST_OF_A_CLASS && new Set(own.map(({ group }) => group)).size >= 20,
    )
    .flat();
}
