import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { allLocales } from "@faker-js/faker";
import { cityMapping } from "city-timezones";
import nlp from "compromise";
import { z } from "zod";
import type { NameList } from "../../src/understanding/names/known-names";
import { gazetteer } from "./gazetteer";
import type { NamedKind, NamedSentence } from "./named-sentence";

const lexiconLists: Record<string, NameList[]> = {
  MaleName: ["given"],
  FemaleName: ["given"],
  FirstName: ["given"],
  LastName: ["surname"],
  City: ["city"],
  Country: ["land"],
  Region: ["land"],
  SportsTeam: ["firm"],
};
const Lexicon = z.object({
  one: z.object({ lexicon: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }),
});
const articleLists: Record<NamedKind, NameList> = {
  person: "article person",
  organisation: "article organisation",
  place: "article place",
};

/** Collects known names from open packages and from the names of labelled sentences that are not learned from otherwise. */
export function knownLists(articles: readonly NamedSentence[]) {
  const lists = gazetteer();
  for (const { person, location } of Object.values(allLocales)) {
    for (const name of strings(person?.first_name)) lists.add("given", name);
    for (const name of strings(person?.last_name)) lists.add("surname", name);
    for (const name of strings(location?.city_name)) lists.add("city", name);
    for (const name of [...strings(location?.state), ...strings(location?.country)])
      lists.add("land", name);
  }
  for (const [word, tags] of Object.entries(lexicon()))
    for (const tag of [tags].flat())
      for (const list of lexiconLists[tag] ?? []) lists.add(list, word);
  for (const { city, city_ascii, province, country } of cityMapping) {
    lists.add("city", city);
    lists.add("city", city_ascii);
    if (province) lists.add("land", province);
    lists.add("land", country);
  }
  for (const name of regions()) lists.add("land", name);
  for (const firm of companies()) lists.add("firm", firm);
  addArticles(lists, articles);
  return lists.packed();
}

function addArticles(
  lists: ReturnType<typeof gazetteer>,
  articles: readonly NamedSentence[],
): void {
  const parts = new Map<string, number>();
  for (const { words, names } of articles)
    for (const { kind, from, to } of names) {
      const name = words.slice(from, to).map(({ text }) => text);
      if (name.join(" ").length < 3) continue;
      lists.add(articleLists[kind], name.join(" "));
      if (kind !== "person" || name.length < 2 || name.length > 3) continue;
      for (const key of [`given ${name[0]}`, `surname ${name.at(-1)}`])
        parts.set(key, (parts.get(key) ?? 0) + 1);
    }
  for (const [key, count] of parts) {
    const [list = "", name = ""] = key.split(" ");
    if (count >= 2 && /^\p{Lu}\p{Ll}/u.test(name))
      lists.add(list === "given" ? "given" : "surname", name);
  }
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function lexicon(): Record<string, string | string[]> {
  return Lexicon.parse(nlp.model()).one.lexicon;
}

function companies(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@cspell/dict-companies"));
  const text = readFileSync(join(folder, "dict/companies.txt"), "utf8");
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

function regions(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return ["en", "de", "fr"].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
  });
}
