import { describe, expect, test } from "vitest";

import { readTree } from "../import-rules/reading/read-tree";
import { argumentsOf } from "./arguments-of";
import {
  readPairs,
  readSentences,
  readText,
  sentenceFiles,
  slicesOf,
  withoutEnglish,
} from "./read-messages";

const languages = { de: "german" } as const;

/** Messages that are the same in German: names, and words that both languages have. */
const same = new Set([
  "/ {count, number}",
  "API",
  "BICs",
  "Cc",
  "Definition",
  "Details",
  "Deutsch",
  "Dropbox",
  "English",
  "Gmail",
  "Google Drive",
  "Google",
  "IBANs",
  "Job {name}",
  "Labels",
  "Layout",
  "Format",
  "Link",
  "Links",
  "Microsoft 365",
  "Name",
  "Neutral",
  "OneDrive",
  "Organisation",
  "Person",
  "Port",
  "Server",
  "SharePoint",
  "Slack",
  "Status",
  "Text",
  "Upload",
  "Uploads",
  "Version {number, number}",
  "in {file}",
  "in",
  "{count, plural, one {# BIC} other {# BICs}}",
  "{count, plural, one {# IBAN} other {# IBANs}}",
  "{degrees, number}°",
  "{kind}: {count}",
  "{rows, number} × {columns, number}",
  "{name}: {values}",
  "{title}: {day, date, medium}",
  "Passkeys",
  "Test",
  "Webhooks",
  "Version",
  "{title}: {type}",
]);

const pairs = readPairs("de");
const isMessage = (key: string) => !withoutEnglish.includes(key.split(".")[0] ?? "");
const both = pairs.flatMap(({ file, english, other }) =>
  Object.entries(english)
    .filter(([key]) => isMessage(key))
    .map(([key, text]) => ({ at: `${file} ${key}`, text, told: other[key] })),
);

describe("German", () => {
  test("has every message of English, and no other", () => {
    for (const { file, english, other } of pairs) {
      const keysOf = (texts: object) => Object.keys(texts).filter(isMessage).sort();
      expect([file, ...keysOf(other)]).toEqual([file, ...keysOf(english)]);
    }
  });

  test("has the arguments of each English message", () => {
    const wrong = both.filter(
      ({ text, told = "" }) => argumentsOf(text).join() !== argumentsOf(told).join(),
    );
    expect(wrong).toEqual([]);
  });

  test("has no message that is empty, or English where German has another word", () => {
    const untold = both.filter(({ text, told }) => text === told && !same.has(text));
    const empty = pairs.flatMap(({ file, english, other }) =>
      Object.entries({ ...english, ...other }).filter(([, text]) => text.trim() === "" && file),
    );
    expect([untold, empty]).toEqual([[], []]);
  });

  test.each(sentenceFiles)(
    "tells sentences that the server has, with what varies in them: %s",
    (file) => {
      const sources = [...readTree().files.values()]
        .filter(({ path }) =>
          /^packages\/(core|api|connectors|reading|runtime|ai|jobs)\/src\//.test(path),
        )
        .map(({ text }) => text)
        .join("\n");
      const sentences = Object.entries(readSentences("de", file));
      expect(sentences.length).toBeGreaterThan(0);
      for (const [english, told] of sentences) {
        const [varies, kept] = [namesIn(english), namesIn(told)];
        expect([english, kept.filter((name) => !varies.includes(name))]).toEqual([english, []]);
        const unknown = english.split(/\{\w+\}|\. |\.$/).filter((part) => !sources.includes(part));
        expect([english, unknown]).toEqual([english, []]);
      }
    },
  );

  test("names every type and field that documents can have", () => {
    const names = pairs.find(({ file }) => file.endsWith("/names.json"))?.other ?? {};
    const folder = "packages/core/src/understanding/contract";
    const types = readText(`${folder}/taxonomy.ts`).matchAll(/^ {4}name: "([^"]+)"/gm);
    const fields = slicesOf(`${folder}/cards`)
      .filter((file) => /\/fields-of-[a-z]+\.ts$/.test(file))
      .flatMap((file) => [...readText(file).matchAll(/\bfield\(\s*\[\s*"([^"]+)"/g)]);
    expect(Object.keys(names).sort()).toEqual(
      [
        ...[...types].map(([, name]) => `typeNames.${name}`),
        ...fields.map(([, name]) => `fieldNames.${name}`),
      ].sort(),
    );
  });
});

test.each(Object.entries({ en: "english", ...languages }))(
  "the web app loads every file of %s, and no namespace is in two of them",
  (language, module) => {
    const source = readText(`apps/web/src/i18n/${module}.ts`);
    const loads = (path: string) => source.includes(`"../../messages/${path}"`);
    const ofServer: readonly string[] = sentenceFiles.filter((file) => file !== "told.json");
    const slices = slicesOf(`apps/web/messages/${language}`)
      .map((file) => file.split("/").at(-1) ?? "")
      .filter((name) => !ofServer.includes(name));
    const unloaded = slices.filter((name) => !loads(`${language}/${name}`));
    expect([unloaded, loads(`${language}.json`)]).toEqual([[], true]);

    const namespaces = readPairs(language)
      .filter(({ file }) => file.startsWith("apps/web"))
      .flatMap(({ other }) => [...new Set(Object.keys(other).map((key) => key.split(".")[0]))]);
    expect(namespaces.filter((name, at) => namespaces.indexOf(name) !== at)).toEqual([]);
  },
);

function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
}
