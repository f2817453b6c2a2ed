import { expect, test } from "vitest";

import { hasRight } from "./has-right";

test("a right that is written in the provider's other way was given", () => {
  expect(hasRight(["https://www.googleapis.com/auth/userinfo.email"], "email")).toBe(true);
  expect(hasRight(["https://graph.microsoft.com/Files.Read.All"], "files.read.all")).toBe(true);
  expect(hasRight([], "openid")).toBe(true);
});

test("a right that nobody gave is missing", () => {
  expect(hasRight(["openid"], "email")).toBe(false);
  expect(hasRight(["Files.Read"], "Files.Read.All")).toBe(false);
});
