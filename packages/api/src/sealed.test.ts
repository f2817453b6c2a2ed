import { expect, test } from "vitest";

import { sealed } from "./sealed";

test("it lets nothing be kept or guessed", () => {
  const { headers } = sealed(Response.json({}));
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("it leaves an answer that says how it may be kept to say so", () => {
  const { headers } = sealed(
    new Response("", { headers: { "cache-control": "private, no-cache" } }),
  );
  expect(headers.get("cache-control")).toBe("private, no-cache");
});
