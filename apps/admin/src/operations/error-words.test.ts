import { expect, test } from "vitest";

import { errorWords, helpOf } from "./error-words";

const ended = (message: string) => ({ name: "NonRetriableError", message });

test.each([
  [ended("EMPTY: The file is empty."), "replace"],
  [ended("ENCRYPTED: It has a password."), "password"],
  [ended("TIMEOUT: It took too long."), "retry"],
  [{ name: "TypeError", message: "EMPTY: no" }, "retry"],
] as const)("what helps with %j is: %s", (error, help) => {
  expect(helpOf(error)).toBe(help);
});

test("an error is told in one line", () => {
  expect(errorWords({ name: "TypeError", message: "x is null" })).toBe("TypeError: x is null");
});
