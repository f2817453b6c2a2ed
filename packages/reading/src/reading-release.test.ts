import { createHash } from "node:crypto";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import {
  type ReadingFamily,
  readingFamilies,
  readingReleases,
} from "@besunny/document-model/reading-release";
import { expect, test } from "vitest";
import { aFileOfEachFormat } from "../test/a-file-of-each-format";
import { readBytes } from "../test/read-bytes";

/** The hash of the words of each family with its release. Pictures are left out, because their words depend on the engine. */
const recorded: Partial<Record<ReadingFamily, `${number} ${string}`>> = {
  container: "1 76b2b9cf1192",
  mail: "1 c96be637875a",
  office: "1 e789875ab115",
  pdf: "2 e6a7b52d5058",
  plain: "2 6336156785cc",
  sheet: "1 4c9b81b247b8",
  web: "1 077524cf11f7",
};

test("a family whose words change has a new release, so that people see which documents are read by an earlier one", async () => {
  const hashes = new Map<ReadingFamily, ReturnType<typeof createHash>>();
  for (const [name, bytes] of Object.entries(await aFileOfEachFormat())) {
    const document = await readBytes(bytes, name).catch(() => null);
    if (!document) continue;
    const family = readingFamilies[document.format];
    if (family === "picture") continue;
    const hash = hashes.get(family) ?? createHash("sha256");
    hashes.set(family, hash.update(`${name} ${wordsOf(document)}\n`));
  }
  const now = Object.fromEntries(
    [...hashes].map(([family, hash]) => [
      family,
      `${readingReleases[family]} ${hash.digest("hex").slice(0, 12)}`,
    ]),
  );
  expect(now, "Raise the release in reading-release.ts and record what it reads here").toEqual(
    recorded,
  );
});

test("a reading says which release read it", async () => {
  const { release } = await readBytes("The rent is due.", "a.txt");
  expect(release).toBe(readingReleases.plain);
});

function wordsOf({ text, blocks, facts = [] }: ParsedDocument): string {
  return JSON.stringify([text, blocks.map(({ kind }) => kind), facts.map(({ value }) => value)]);
}
