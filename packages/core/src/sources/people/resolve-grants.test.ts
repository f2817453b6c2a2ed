import { expect, test } from "vitest";

import { resolveGrants } from "./resolve-grants";

const person = (userId: string, address: string) => ({ userId, address, provenBy: "admin" });
const people = {
  proven: [
    person("usr_ada", "ada@mill.test"),
    person("usr_ada", "ada@home.test"),
    person("usr_bo", "bo@mill.test"),
    person("usr_twin", "bo@mill.test"),
  ],
  groups: new Map([["board", ["Ada@mill.test", "stranger@mill.test"]]]),
};

test.each([
  ["a person by an address in any case", [{ kind: "user", value: "Ada@Home.test" }], ["usr_ada"]],
  [
    "everybody who has proven it",
    [{ kind: "user", value: "bo@mill.test" }],
    ["usr_bo", "usr_twin"],
  ],
  ["nobody whose address nobody has proven", [{ kind: "user", value: "eve@mill.test" }], []],
  ["the members of a group", [{ kind: "group", value: "board" }], ["usr_ada"]],
  ["nobody of a group that could not be read", [{ kind: "group", value: "sales" }], []],
  [
    "a domain, and none that ends like it",
    [{ kind: "domain", value: "mill.test" }],
    ["usr_ada", "usr_bo", "usr_twin"],
  ],
  ["nobody of a longer domain", [{ kind: "domain", value: "ill.test" }], []],
  ["nobody by a link alone", [{ kind: "anyone", value: "" }], []],
  ["nobody if the sharing could not be read", [], []],
  [
    "each person once",
    [
      { kind: "user", value: "ada@mill.test" },
      { kind: "group", value: "board" },
    ],
    ["usr_ada"],
  ],
])("a sharing shows its items to %s", (_, grants, seers) => {
  expect(resolveGrants(grants, people)).toEqual(seers);
});
