import { expect, test } from "vitest";

import { explain } from "./explain";

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test("it shows what was written for people without a stack", () => {
  expect(explain(named("PreparationError", "The port is taken. Choose another."))).toBe(
    "The port is taken. Choose another.",
  );
});

test("it adds the remedy to what the system says", () => {
  const full = Object.assign(new Error("write failed"), { code: "ENOSPC" });
  expect(explain(full)).toMatch(/^write failed\n.*free some space/);
});

test("it does not pass a fault of ours off as a mistake of theirs", () => {
  expect(explain(new TypeError("x is not a function"))).toMatch(
    /fault of BeSunny.*\n.*explain\.test/s,
  );
});
