import { expect, test } from "vitest";

import { rangeIn } from "./byte-range";

const of = (range: string, ifRange?: string) =>
  rangeIn(new Headers({ range, ...(ifRange && { "if-range": ifRange }) }), {
    size: 100,
    etag: '"a"',
  });

test.each([
  ["bytes=0-", { first: 0, last: 99 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["bytes=90-500", { first: 90, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-500", { first: 0, last: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["lines=0-1", null],
])("%s is the part that it means, or none", (range, part) => {
  expect(of(range)).toEqual(part);
});

test("of a file that has changed since, all is sent", () => {
  expect(of("bytes=0-9", '"a"')).toEqual({ first: 0, last: 9 });
  expect(of("bytes=0-9", '"b"')).toBeNull();
  expect(rangeIn(new Headers(), { size: 100, etag: '"a"' })).toBeNull();
});
