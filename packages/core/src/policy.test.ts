import { describe, expect, test } from "vitest";

import { type Action, type Actor, actions, authorize, can, principals, type Role } from "./policy";

const user = (role: Role): Actor => ({
  kind: "user",
  id: "usr_1",
  name: "Ada",
  role,
  projects: [{ id: "prj_1", role: "reader" }],
});

describe("can", () => {
  test.each<[Role, Action, boolean]>([
    ["viewer", "document.read", true],
    ["viewer", "document.upload", false],
    ["viewer", "document.correct", false],
    ["member", "document.upload", true],
    ["member", "member.invite", false],
    ["member", "document.delete", false],
    ["admin", "member.invite", true],
    ["admin", "member.manageOwners", false],
    ["owner", "member.manageOwners", true],
  ])("lets a %s do %s: %s", (role, action, isAllowed) => {
    expect(can(role, action)).toBe(isAllowed);
  });

  test("gives each role at least what the one below may do", () => {
    for (const action of actions) {
      if (can("viewer", action)) expect(can("member", action)).toBe(true);
      if (can("member", action)) expect(can("admin", action)).toBe(true);
      if (can("admin", action)) expect(can("owner", action)).toBe(true);
    }
  });

  test("keeps processing from every person", () => {
    expect(() => authorize(user("owner"), "document.process")).toThrow("does not allow");
    expect(() => authorize({ kind: "system", job: "process" }, "document.process")).not.toThrow();
  });
});

describe("principals", () => {
  test("shows members the open documents, their own and those of their projects", () => {
    expect(principals(user("member"))).toEqual(["ws", "usr_1", "prj_1"]);
  });

  test("shows owners, admins and background functions everything of the workspace", () => {
    expect(principals(user("owner"))).toEqual(["all"]);
    expect(principals(user("admin"))).toEqual(["all"]);
    expect(principals({ kind: "system", job: "x" })).toEqual(["all"]);
  });
});
