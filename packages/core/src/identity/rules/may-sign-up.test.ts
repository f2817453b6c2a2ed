import { expect, test } from "vitest";

import type { IdentityRules } from "../../context";
import { refuseUnwanted } from "./may-sign-up";

const trying = (signUp: IdentityRules["signUp"], email: string) => () =>
  refuseUnwanted({ signUp, sessionIdleDays: 14 }, email);

test("an open door takes everybody, a closed one nobody", () => {
  expect(trying("open", "ada@mill.example")).not.toThrow();
  expect(trying("closed", "ada@mill.example")).toThrow(/without an invitation/);
});

test("a door for some domains takes their addresses alone, and no look-alike", () => {
  const some = ["mill.example", "inn.example"];
  expect(trying(some, "ada@inn.example")).not.toThrow();
  for (const email of ["ada@evil.example", "ada@sub.mill.example", "ada@mill.example.evil"])
    expect(trying(some, email)).toThrow(/Only addresses of mill.example, inn.example/);
});
