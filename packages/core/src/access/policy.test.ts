import { describe, expect, test } from "vitest";
import { type Action, actions, type KeyScope, keyScopes, type Role, scopeFor } from "./actions";
import type { Actor } from "./actor";
import { authorize, can, may, principals, scopesOf } from "./policy";

const user = (role: Role, scopes?: KeyScope[]): Actor => ({
  kind: "user",
  id: "usr_1",
  name: "Ada",
  role,
  projects: [{ id: "prj_1", role: "reader" }],
  via: scopes ? { kind: "apiKey", id: "key_1", scopes } : { kind: "session", id: "ses_1" },
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
    expect(() =>
      authorize({ kind: "job", name: "process-document" }, "document.process"),
    ).not.toThrow();
  });
});

test("a source syncs, uploads and trashes, and may do nothing that people may", () => {
  const source: Actor = { kind: "source", id: "src_1", ownerId: "usr_1" };
  for (const action of ["source.sync", "document.upload", "document.trash"] as const)
    expect(may(source, action)).toBe(true);
  for (const action of ["document.read", "document.delete", "document.process"] as const)
    expect(() => authorize(source, action)).toThrow(`A source may not do ${action}`);
});

describe("the scopes of a key", () => {
  test("let through what the role allows and they name, and nothing else", () => {
    for (const action of actions)
      for (const scope of keyScopes) {
        const isAllowed = scopeFor[action] === scope;
        expect(may(user("owner", [scope]), action), `${scope}: ${action}`).toBe(isAllowed);
      }
    expect(may(user("viewer", [...keyScopes]), "document.upload")).toBe(false);
    expect(may(user("owner", []), "document.read")).toBe(false);
  });

  test("are named by a refusal that the role alone would not have made", () => {
    expect(() => authorize(user("owner", ["read"]), "member.invite")).toThrow(
      "This API key does not allow member.invite",
    );
    expect(() => authorize(user("viewer", ["read"]), "member.invite")).toThrow("Your role");
    expect(() => authorize(user("owner", ["read"]), "document.read")).not.toThrow();
  });

  test("are offered to each role as far as it could use them", () => {
    expect(scopesOf("viewer")).toEqual(["read", "write", "keys"]);
    expect(scopesOf("member")).toEqual(["read", "write", "keys"]);
    expect(scopesOf("owner")).toEqual([...keyScopes]);
  });
});

describe("principals", () => {
  test("shows members the open documents, their own and those of their projects", () => {
    expect(principals(user("member"))).toEqual(["ws", "usr_1", "prj_1"]);
  });

  test("shows owners, admins and background functions everything of the workspace", () => {
    for (const role of ["owner", "admin"] as const)
      expect(principals(user(role))).toEqual(["all", "ws", "usr_1", "prj_1"]);
    expect(principals({ kind: "job", name: "sync-index" })).toEqual(["all", "jobs"]);
    expect(principals({ kind: "platformAdmin", id: "usr_1" })).toEqual(["all"]);
  });

  test("show a source what its owner sees as a member, and never all", () => {
    const source = { kind: "source" as const, id: "src_1", ownerId: "usr_1" };
    expect(principals(source)).toEqual(["ws", "usr_1"]);
    expect(principals({ ...source, sees: ["prj_1", "grp_1"] })).toEqual([
      "ws",
      "usr_1",
      "prj_1",
      "grp_1",
    ]);
  });
});
