import { expect, test } from "vitest";
import {
  currentReleases,
  readingFamilies,
  readingReleaseOf,
  readingReleases,
} from "./reading-release";

test("every format has one release, so that no document is missed when its reader gets better", () => {
  const current = currentReleases();
  const formats = current.flatMap((each) => each.formats);
  expect(formats.sort()).toEqual(Object.keys(readingFamilies).sort());
  expect(current.length).toBe(Object.keys(readingReleases).length);
  for (const { formats: own, release } of current)
    for (const format of own) expect(readingReleaseOf(format)).toBe(release);
});
