import { describe, expect, test } from "vitest";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { sql } from "../../../test/releases";
import type { WorkspaceContext } from "../../context";
import { renameDocument } from "../../documents/rename-document";
import { anchorLog } from "./anchor-log";
import { verifyLog } from "./verify-log";

async function aLog() {
  const ctx = await aContext({ role: "owner" });
  const { id } = await aDocument(ctx, { title: "Lease" });
  for (const title of ["One", "Two “ü”\n\t\u0001", "Three"])
    await renameDocument(ctx, { id, title });
  return ctx;
}
const ofLog = ({ workspaceId }: WorkspaceContext) => `workspace_id = '${workspaceId}'`;

/** Does what only somebody with all rights on the database can do. */
const forge = (statement: string) =>
  sql(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );

describe("the chain of the audit log", () => {
  test("holds for every entry, whoever wrote it", async () => {
    const ctx = await aLog();
    const [{ count } = { count: 0 }] = await sql<{ count: number }>(
      `select count(*)::int as count from audit_entries where ${ofLog(ctx)}`,
    );
    expect(count).toBeGreaterThanOrEqual(4);
    expect(await verifyLog(ctx, {})).toMatchObject({
      entries: count,
      isWhole: true,
      broken: null,
      before: 0,
      anchors: { count: 0, lastAt: null },
    });
  });

  test("is one line where many write at once", async () => {
    const ctx = await aContext({ role: "owner" });
    const documents = await Promise.all(Array.from({ length: 12 }, () => aDocument(ctx)));
    await Promise.all(documents.map(({ id }) => renameDocument(ctx, { id, title: "At once" })));
    expect(await verifyLog(ctx, {})).toMatchObject({ isWhole: true });
  });

  test.each([
    [
      "an entry was changed",
      (of: string) =>
        `update audit_entries set actor_id = 'usr_other' where ${of} and operation = 'documents.rename-document'`,
      "The entry was changed.",
    ],
    [
      "its words were changed",
      (of: string) =>
        `update audit_entries set changes = '{}' where ${of} and operation = 'documents.rename-document'`,
      "The words that were given or changed are not those of then.",
    ],
    [
      "an entry was removed",
      (of: string) =>
        `delete from audit_entries where ${of} and operation = 'documents.rename-document'`,
      "The entry was removed.",
    ],
    [
      "an entry was removed with its link",
      (of: string) =>
        `with gone as (delete from audit_links where ${of} and seq = 2 returning entry_id) delete from audit_entries where id in (select entry_id from gone)`,
      "Entries before it were removed.",
    ],
    [
      "a link was written again",
      (of: string) =>
        `update audit_links set text = replace(text, 'rename', 'remove') where ${of} and seq = 3`,
      "Its hash does not follow from its words and the hash before.",
    ],
    [
      "the end was cut off",
      (of: string) =>
        `with gone as (delete from audit_links where ${of} and seq = (select max(seq) from audit_links where ${of}) returning entry_id) delete from audit_entries where id in (select entry_id from gone)`,
      "Entries at the end were removed.",
    ],
    [
      "an entry was put in without a link",
      (of: string) =>
        `insert into audit_entries (id, workspace_id, actor_kind, actor_id, operation, input) select 'aud_forged' || substr(workspace_id, 4), workspace_id, 'user', actor_id, operation, input from audit_entries where ${of} limit 1`,
      "1 entries are in the log and not in its chain.",
    ],
  ])("shows that %s", async (_what, statement, reason) => {
    const ctx = await aLog();
    await forge(statement(ofLog(ctx)));
    expect(await verifyLog(ctx, {})).toMatchObject({ isWhole: false, broken: { reason } });
  });

  test("that was cut off or written again with all its hashes is not that of its anchors", async () => {
    const ctx = await aLog();
    const keeping = inBackground(ctx, undefined, "run-schedule");
    expect(await anchorLog(keeping, {})).toEqual({ isNew: true });
    expect(await anchorLog(keeping, {})).toEqual({ isNew: false });
    expect(await verifyLog(ctx, {})).toMatchObject({ isWhole: true, anchors: { count: 1 } });
    await anchorLog(keeping, {});

    await forge(`with gone as (delete from audit_links where ${ofLog(ctx)} and seq > 3 returning entry_id) delete from audit_entries where id in (select entry_id from gone);
      update audit_heads h set seq = 3, hash = l.hash from audit_links l where l.workspace_id = h.workspace_id and l.seq = 3 and h.${ofLog(ctx)}`);
    expect((await verifyLog(ctx, {})).broken?.reason).toMatch(
      /^Entries at the end were removed: on /,
    );

    const { id } = await aDocument(ctx);
    for (const title of ["Four", "Five", "Six", "Seven"]) await renameDocument(ctx, { id, title });
    expect((await verifyLog(ctx, {})).broken?.reason).toMatch(/^The log was written again since /);
  });

  test("is not believed if an anchor was changed", async () => {
    const ctx = await aLog();
    await anchorLog(inBackground(ctx, undefined, "run-schedule"), {});
    const [key = ""] = await ctx.files.list(`anchors/${ctx.workspaceId}`);
    const text = Buffer.from(await ctx.files.read(key)).toString();
    await ctx.files.write(key, Buffer.from(text.replace('"seq":', '"seq":1')));
    expect((await verifyLog(ctx, {})).broken?.reason).toBe(`The anchor ${key} was changed.`);
  });

  test("is written by nobody but the database itself", async () => {
    const ctx = await aLog();
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    for (const table of ["audit_links", "audit_heads"])
      expect(
        await sql(
          `select privilege_type from information_schema.role_table_grants
            where table_name = '${table}' and grantee like 'besunny_%' and grantee <> 'besunny_owner' and privilege_type <> 'SELECT'`,
        ),
      ).toEqual([]);
    const other = await aLog();
    const links = await ctx.db.read(
      { ...scope, workspaceId: other.workspaceId },
      ({ auditChain }) => auditChain.page(0, 10),
    );
    expect(links.every(({ text }) => text.includes(other.workspaceId))).toBe(true);
  });

  test("is verified by owners and admins", async () => {
    const ctx = await aLog();
    await expect(verifyLog(await aColleague(ctx), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
