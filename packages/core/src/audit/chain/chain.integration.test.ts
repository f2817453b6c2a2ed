import type { AnchorPlace } from "@besunny/connectors/anchors/anchor-place";
import { describe, expect, test } from "vitest";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import type { WorkspaceContext } from "../../context";
import { renameDocument } from "../../documents/rename-document";
import { eraseWords } from "../erase-words";
import { listAuditEntries } from "../list-audit-entries";
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

const renaming = "documents.rename-document";

/** Writes the whole log of a workspace again as PostgreSQL itself would: other words, new salts, hashes that follow. */
async function rewritten(ctx: WorkspaceContext, operation: string): Promise<void> {
  await forge(`
    create temporary table again as select * from audit_entries where ${ofLog(ctx)} order by created_at, id;
    update again set operation = '${operation}' where operation = '${renaming}';
    delete from audit_links where ${ofLog(ctx)}; delete from audit_heads where ${ofLog(ctx)}; delete from audit_entries where ${ofLog(ctx)};
    set session_replication_role = origin;
    insert into audit_entries select * from again order by created_at, id;
    drop table again`);
}

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

  test("holds after words were erased, which leaves who did what to what, and nothing to guess the words by", async () => {
    const ctx = await aLog();
    const [{ id = "" } = {}] = (await listAuditEntries(ctx, { operation: renaming })).items;
    const [document = ""] =
      (await listAuditEntries(ctx, { operation: renaming })).items[0]?.subjects ?? [];

    const { ids, isMore } = await eraseWords(ctx, { about: [document] });

    expect(ids).toContain(id);
    expect(isMore).toBe(false);
    expect(await verifyLog(ctx, {})).toMatchObject({ isWhole: true });
    const rows = await sql<Record<string, unknown>>(
      `select e.operation, e.actor_id, e.subjects, e.input, e.changes, e.ip, e.reason, encode(l.salt, 'hex') as salt
         from audit_entries e join audit_links l on l.entry_id = e.id where e.id = '${id}'`,
    );
    expect(rows).toEqual([
      {
        operation: renaming,
        actor_id: ctx.actor.id,
        subjects: [document],
        input: {},
        changes: null,
        ip: null,
        reason: null,
        salt: "",
      },
    ]);
    const { items } = await listAuditEntries(ctx, { subject: document });
    expect(JSON.stringify(items.map(({ named: _named, ...words }) => words))).not.toContain(
      "Three",
    );
    expect((await eraseWords(ctx, { about: [document] })).ids).toEqual([]);
  });

  test("shows words that were erased without an entry, and words that were put in afterwards", async () => {
    const ctx = await aLog();
    await sql(
      `update audit_entries set input = '{}', changes = null, ip = null, user_agent = null, reason = null, erased_at = now()
        where ${ofLog(ctx)} and operation = '${renaming}'`,
    );
    expect((await verifyLog(ctx, {})).broken?.reason).toBe(
      "Its words were erased, and no entry says so.",
    );

    const other = await aLog();
    const [{ subjects = [] } = {}] = (await listAuditEntries(other, { operation: renaming })).items;
    await eraseWords(other, { about: subjects });
    await forge(
      `update audit_entries set input = '{"title":"Invented"}' where ${ofLog(other)} and operation = '${renaming}'`,
    );
    expect((await verifyLog(other, {})).broken?.reason).toBe(
      "Words were put into it after they were erased.",
    );
  });

  test("erases words of its own workspace alone, for owners alone", async () => {
    const [mine, theirs] = [await aLog(), await aLog()];
    const [{ subjects = [] } = {}] = (await listAuditEntries(theirs, { operation: renaming }))
      .items;
    expect((await eraseWords(mine, { about: subjects })).ids).toEqual([]);
    const entry = (await listAuditEntries(theirs, { operation: renaming })).items[0];
    await expect(
      mine.db.write({ workspaceId: mine.workspaceId, principals: ["all"] }, ({ auditChain }) =>
        auditChain.eraseWords([entry?.id ?? ""], new Date()),
      ),
    ).resolves.toEqual([]);
    const admin = await aColleague(mine, { role: "admin" });
    await expect(eraseWords(admin, { about: subjects })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("written again as superuser with every hash and salt is found by an anchor alone", async () => {
    const ctx = await aLog();
    const keeping = inBackground(ctx, undefined, "run-schedule");
    await anchorLog(keeping, {});
    await rewritten(ctx, "nobody did this");

    const found = await verifyLog(ctx, {});
    expect(found.broken?.reason).toMatch(/^The log was written again since /);

    const [key = ""] = await ctx.files.list(`anchors/${ctx.workspaceId}`);
    await ctx.files.remove(key);
    expect(await verifyLog(ctx, {})).toMatchObject({ isWhole: true });
  });

  test("is compared with anchors at other places, also where those with the files are gone", async () => {
    const held = new Map<string, Uint8Array>();
    const place: AnchorPlace = {
      name: "bucket audit",
      keepsOnce: true,
      keep: async (key, bytes) => void (held.has(key) || held.set(key, bytes)),
      list: async (folder) =>
        [...held]
          .filter(([key]) => key.startsWith(`${folder}/`))
          .map(([key, bytes]) => ({ key, bytes })),
    };
    const ctx = { ...(await aLog()), anchorPlaces: [place] };
    await anchorLog(inBackground(ctx, undefined, "run-schedule"), {});
    for (const key of await ctx.files.list(`anchors/${ctx.workspaceId}`))
      await ctx.files.remove(key);
    await rewritten(ctx, "nobody did this");

    expect((await verifyLog(ctx, {})).broken?.reason).toMatch(/^The log was written again since /);
  });

  test("keeps the end with the files though another place refuses it, and says so", async () => {
    const place: AnchorPlace = {
      name: "hook",
      keepsOnce: false,
      keep: () => Promise.reject(new Error("down")),
      list: async () => [],
    };
    const ctx = { ...(await aLog()), anchorPlaces: [place] };
    await expect(anchorLog(inBackground(ctx, undefined, "run-schedule"), {})).rejects.toThrow();
    expect(await ctx.files.list(`anchors/${ctx.workspaceId}`)).toHaveLength(1);
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
