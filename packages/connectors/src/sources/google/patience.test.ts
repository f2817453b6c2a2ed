import { PassThrough } from "node:stream";

import { expect, test } from "vitest";

import { isFailure } from "../failures";
import { partsOf } from "./patience";

test("a body that stops is given up, and closed", async () => {
  const body = new PassThrough();
  body.write("one");
  const parts: string[] = [];
  const failure = await (async () => {
    for await (const part of partsOf(body, 30)) parts.push(String(part));
  })().catch((error: unknown) => error);
  expect(parts).toEqual(["one"]);
  expect(isFailure(failure, "provider-down")).toBe(true);
  expect(body.destroyed).toBe(true);
});

test("the time that its taker needs does not count", async () => {
  const body = new PassThrough();
  body.end("one");
  for await (const part of partsOf(body, 30)) {
    expect(String(part)).toBe("one");
    await new Promise((resolve) => setTimeout(resolve, 90));
  }
});
