import { expect, test } from "vitest";

import { chosenOwner, ownerChoices, valueOfOwner } from "./owner-choice";

const members = [{ userId: "usr_ann", name: "Ann" }];

test("a speaker who is a member is offered once", () => {
  expect(ownerChoices(members, ["Ann", "Ben"], null)).toEqual([
    { value: "user usr_ann", label: "Ann" },
    { value: "name Ben", label: "Ben" },
  ]);
});

test("an owner who is no member any more can still be kept", () => {
  const owner = { userId: "usr_gone", name: "Gil", how: "person" as const };
  expect(ownerChoices(members, [], owner)).toContainEqual({
    value: valueOfOwner(owner),
    label: "Gil",
  });
});

test.each([
  ["nobody", null],
  ["user usr_ann", { userId: "usr_ann" }],
  ["name Ben Cole", { name: "Ben Cole" }],
  ["other", { name: "Cleo" }],
])("the choice %j is the owner %j", (value, owner) => {
  expect(chosenOwner(value, " Cleo ")).toEqual(owner);
});

test("another owner without a name is nobody", () => {
  expect(chosenOwner("other", "  ")).toBeNull();
});
