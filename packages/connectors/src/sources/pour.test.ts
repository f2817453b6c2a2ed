import { expect, test } from "vitest";

import { failureOf, keepingSink } from "../../doubles/kit/driving";
import { isFailure } from "./failures";
import { lengthOf, pour } from "./pour";

const never = new AbortController().signal;

async function* bytes(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

test("a body arrives whole, and is counted", async () => {
  const sink = keepingSink();
  expect(await pour(bytes("one ", "two"), sink, { size: 7, signal: never })).toBe(7);
  expect(sink.bytes().toString()).toBe("one two");
});

test("a body of another size than announced is refused", async () => {
  const poured = pour(bytes("one"), keepingSink(), { size: 4, signal: never });
  expect(isFailure(await failureOf(poured), "provider-down")).toBe(true);
});

test("a body that breaks off is refused, with nothing of the error that broke it", async () => {
  async function* broken() {
    yield Buffer.from("one");
    throw new Error("Bearer access-000001");
  }
  const failure = await failureOf(pour(broken(), keepingSink(), { size: null, signal: never }));
  expect(isFailure(failure, "provider-down")).toBe(true);
  expect(String(failure)).not.toContain("access-000001");
});

test("the size of packed bytes is not that of the body", () => {
  const headers = new Headers({ "content-length": "7" });
  expect(lengthOf(headers)).toBe(7);
  headers.set("content-encoding", "gzip");
  expect(lengthOf(headers)).toBeNull();
  expect(lengthOf(new Headers())).toBeNull();
});
