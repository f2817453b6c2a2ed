import { expect, test } from "vitest";

import { personOf } from "./person";

test.each([
  ["Ann Lee <ann@example.com>", "Ann Lee", "ann@example.com"],
  ['"Lee, Ann" <ann@example.com>', "Lee, Ann", "ann@example.com"],
  ["<ann@example.com>", "ann@example.com", ""],
  ["ann@example.com", "ann@example.com", ""],
  ["ann@example.com <ann@example.com>", "ann@example.com", ""],
  ["Board: a@example.com, b@example.com", "Board: a@example.com, b@example.com", ""],
])("%s is %s", (written, name, address) => {
  expect(personOf(written)).toEqual({ name, address });
});
