import { readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { catalogue, findOperation } from "./catalogue";
import { doors } from "./operation/door";

const kinds =
  "command|query|flow|stream|sweep|identityOperation|platformCommand|platformQuery|platformFlow";
const exported = new RegExp(`export const (\\w+) = (?:${kinds})\\(\\s*"([^"]+)"`, "g");
const called = new RegExp(`= (?:${kinds})\\(`, "g");

/** Every operation that the sources define, with its file's folders and name. */
const defined = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => ({ path, source: readFileSync(join(import.meta.dirname, path), "utf8") }))
  .filter(({ source }) => source.match(called))
  .map(({ path, source }) => ({
    path,
    calls: source.match(called)?.length,
    operations: [...source.matchAll(exported)].map(([, constant = "", name = ""]) => ({
      constant,
      name,
    })),
  }));

/** Operations at a door whose output is a type alone, with the reason. */
const outputIsTypeAlone: Record<string, string> = {
  "content.find-parsed-document": "A parsed document has hundreds of thousands of words.",
  "content.get-content": "It is a stream of bytes.",
  "content.get-page": "A page has thousands of words, which were checked when they were read.",
  "content.get-page-image": "It is the bytes of a picture.",
  "content.get-picture": "It is the bytes of a picture.",
  "identity.find-actor": "The actor stays in the process.",
};

/** A stolen session must not be able to do these. Each goes by permission and name. */
const decides = [
  /^apiKey\./,
  /^member\.(manage|invite)/,
  /^signIn\.manage/,
  /^billing\.manage/,
  /^encryption\.manage/,
  /^look\.decide/,
  /^people\.manage/,
  /^privacy\.manage .*(confirm|release)/,
  /^system\.manage .*key/,
];

/** They take away, wait or only give a number: nobody gains anything by them. */
const asksForNoProof = [
  "keys.revoke-api-key",
  "members.revoke-invitation",
  "platform.answer-quota-request",
  "platform.change-rate",
  "platform.end-sessions",
  "platform.look-at-document",
  "platform.look-into",
  "platform.resume-person",
  "platform.resume-workspace",
];

test("the sources define many operations", () => {
  expect(defined.length).toBeGreaterThan(150);
});

test("the catalogue holds every operation of the sources, and each once", () => {
  const inSources = defined.flatMap(({ operations }) => operations.map(({ name }) => name));

  expect(catalogue.map(({ name }) => name).toSorted()).toEqual(inSources.toSorted());
  for (const entry of catalogue) expect(findOperation(entry.name), entry.name).toBe(entry);
});

test("each file defines one operation, which is named after it", () => {
  for (const { path, calls, operations } of defined) {
    const file = basename(path, ".ts");
    const [slice] = path.split(sep);
    const constant = file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(calls, path).toBe(1);
    expect(operations, path).toEqual([{ constant, name: `${slice}.${file}` }]);
  }
});

describe.each(catalogue.map((entry) => [entry.name, entry] as const))("%s", (name, entry) => {
  test("has a title that says what it does", () => {
    expect(entry.title).toMatch(/^[A-Z]/);
    expect(entry.title).not.toMatch(/\.$/);
    expect(entry.title).not.toMatch(/^(The|An?|Whether|\w{3,}ing|\w{3,}ed|\w{2,}[^s]s)\b/);
    expect(entry.title.length).toBeLessThan(80);
  });

  test("says what leaves it", () => {
    expect(entry.output).toBeInstanceOf(z.ZodType);
    expect(entry.output).not.toBeInstanceOf(z.ZodAny);
    expect(entry.output).not.toBeInstanceOf(z.ZodUnknown);
    const isTypeAlone = entry.output instanceof z.ZodCustom && entry.doors.length > 0;
    expect(name in outputIsTypeAlone).toBe(isTypeAlone);
  });

  test("takes an object, so that a later field breaks no caller", () => {
    const inputs: readonly unknown[] =
      entry.input instanceof z.ZodUnion ? entry.input.options : [entry.input];
    for (const input of inputs) expect(input).toBeInstanceOf(z.ZodObject);
  });

  test("leaves a row in the audit log or says why it leaves none", () => {
    if (entry.kind === "query") expect(entry.notAudited).toBe("It reads.");
    else expect(entry.notAudited ?? "A row.").toMatch(/^[A-Z].+\.$/);
  });

  test("is offered at doors that there are", () => {
    const ofSurface = {
      workspace: ["web", "rest", "cli", "job"],
      identity: ["web", "rest", "admin", "cli"],
      platform: ["admin", "cli", "job"],
    }[entry.surface];
    expect(new Set(entry.doors).size).toBe(entry.doors.length);
    for (const door of entry.doors) {
      expect(doors).toContain(door);
      expect(ofSurface).toContain(door);
    }
  });
});

test("no two operations have the same title", () => {
  const titles = catalogue.map(({ title }) => title);

  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
});

test("every operation whose output is a type alone is still there", () => {
  for (const name of Object.keys(outputIsTypeAlone))
    expect(findOperation(name), name).toBeDefined();
});

test("what decides over keys, members, sign-in, money, erasure and looks asks for a fresh proof", () => {
  const decisive = catalogue
    .filter(({ kind, notAudited, doors }) => kind !== "query" && notAudited === null && doors[0])
    .filter(({ permission, name }) => decides.some((way) => way.test(`${permission} ${name}`)));

  expect(decisive.length).toBeGreaterThan(25);
  for (const { name, stepUp } of decisive)
    expect(stepUp, name).toBe(!asksForNoProof.some((known) => known === name));
});
