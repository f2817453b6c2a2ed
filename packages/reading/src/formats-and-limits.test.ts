import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultLimits } from "./contract/limits";
import { mediaTypes } from "./detect/media-types";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The cells of each row of the README's table under a heading, without the header row and without backticks. */
function rowsUnder(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1")),
  );
}

test("the README lists every format that is read, with its media type, and no other", () => {
  const rows = rowsUnder("Formats");

  expect(rows.map(([format, mediaType]) => [format, mediaType])).toEqual(
    Object.entries(mediaTypes),
  );
  for (const [, , library, content] of rows) expect([library, content]).not.toContain("");
});

test("the README lists every limit with the value that it has", () => {
  const rows = rowsUnder("Limits");

  expect(
    Object.fromEntries(rows.map(([limit = "", value = ""]) => [limit, numberOf(value)])),
  ).toEqual(defaultLimits);
});

function numberOf(value: string): number {
  const [, figure, unit] = /^(\d+)( MiB)?$/.exec(value) ?? [];
  return Number(figure) * (unit ? 1024 * 1024 : 1);
}
