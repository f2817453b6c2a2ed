import { describe, expect, test } from "vitest";

import type { Role } from "./actions";
import type { Actor, ProjectMembership } from "./actor";
import { changeableIn, mayDo, mayPublish, mustBeAllowed, roleFor } from "./rights";

const open = { id: "prj_open", name: "Open", isRestricted: false };
const secret = { id: "prj_secret", name: "Secret", isRestricted: true };
const other = { id: "prj_other", name: "Other", isRestricted: true };

const somebody = (role: Role, ...projects: ProjectMembership[]): Actor => ({
  kind: "user",
  id: "usr_1",
  name: "Ada",
  role,
  projects,
  via: { kind: "session", id: "ses_1" },
});
const as = (role: ProjectMembership["role"], { id } = secret) => ({ id, role });

describe("roleFor", () => {
  test.each([
    ["owners lead everywhere", somebody("owner"), [secret], "lead"],
    ["admins lead everywhere", somebody("admin"), [secret], "lead"],
    [
      "background functions lead",
      { kind: "job" as const, name: "process-document" as const },
      [secret],
      "lead",
    ],
    ["viewers read, whatever a project says", somebody("viewer", as("lead")), [secret], "reader"],
    ["members contribute to what is in no project", somebody("member"), [], "contributor"],
    ["members contribute to open projects", somebody("member"), [open], "contributor"],
    ["a reader of an open project reads", somebody("member", as("reader", open)), [open], "reader"],
    ["nobody contributes where they are no member", somebody("member"), [secret], "reader"],
    ["the role in the project counts", somebody("member", as("reader")), [secret], "reader"],
    [
      "the strongest role counts",
      somebody("member", as("reader"), as("lead", other)),
      [secret, other],
      "lead",
    ],
  ] as const)("%s", (_, actor, filedIn, role) => {
    expect(roleFor(actor, { filedIn: [...filedIn] })).toBe(role);
  });
});

test("readers change nothing, contributors publish nothing, leads do both", () => {
  const may = (role: ProjectMembership["role"]) =>
    (["document.read", "document.rename", "document.publish"] as const).filter((action) =>
      mayDo(somebody("member", as(role)), action, { filedIn: [secret] }),
    );

  expect(may("reader")).toEqual(["document.read"]);
  expect(may("contributor")).toEqual(["document.read", "document.rename"]);
  expect(may("lead")).toEqual(["document.read", "document.rename", "document.publish"]);
});

test("a document is opened by who leads every restricted project that keeps it", () => {
  const both = { filedIn: [open, secret, other] };

  expect(mayPublish(somebody("member", as("lead")), both)).toBe(false);
  expect(mayPublish(somebody("member", as("lead"), as("contributor", other)), both)).toBe(false);
  expect(mayPublish(somebody("member", as("lead"), as("lead", other)), both)).toBe(true);
  expect(mayPublish(somebody("admin"), both)).toBe(true);
  expect(mayPublish(somebody("viewer", as("lead"), as("lead", other)), both)).toBe(false);
});

test("what one may only read is refused by its name, with everything beside it", () => {
  const reader = somebody("member", as("reader"));
  const documents = [
    { title: "Mine", filedIn: [] },
    { title: "Salaries", filedIn: [secret] },
  ];

  expect(() => mustBeAllowed(reader, "document.trash", documents)).toThrow(/“Salaries”/);
  expect(() => mustBeAllowed(reader, "document.trash", documents.slice(0, 1))).not.toThrow();
});

test("a filter leaves out what one may only read", () => {
  expect(changeableIn(somebody("member", as("reader", open), as("lead")))).toEqual({
    in: [secret.id],
    notIn: [open.id],
  });
  expect(changeableIn(somebody("admin"))).toBeNull();
});
