import { afterEach, beforeEach, expect, test } from "vitest";

import { freshDatabase, queryOnce } from "../test/fresh-database";
import { fillWorkspace } from "../test/workspace-rows";
import { createDatabase } from "./database";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;

beforeEach(async () => {
  fresh = await freshDatabase();
  await queryOnce(
    fresh.superuserUrl,
    `alter database ${fresh.name} set timezone = 'America/New_York'`,
  );
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});

afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const idOf = (workspaceId: string, prefix: string) => workspaceId.replace("ws_", prefix);

/** Returns the stored instant as seconds, which need no zone. */
async function stored(table: "sessions" | "documents", column: string, id: string) {
  const [row] = await queryOnce<{ seconds: number }>(
    fresh.superuserUrl,
    `select extract(epoch from ${column})::float8 as seconds from ${table} where id = $1`,
    [id],
  );
  return new Date(Math.round((row?.seconds ?? 0) * 1000)).toISOString();
}

test.each([
  ["in winter", "2026-01-15T18:56:00.123Z"],
  ["in summer", "2026-07-15T18:56:00.123Z"],
  ["in the hour that daylight saving skips", "2026-03-08T02:30:00.000Z"],
  ["in the hour that it repeats", "2026-11-01T01:30:00.000Z"],
])(
  "an instant %s is stored and read as it is, whatever zone the database prefers",
  async (_, at) => {
    const workspaceId = await fillWorkspace(fresh.superuserUrl);
    const session = await database.identity.sessions.create({
      userId: idOf(workspaceId, "usr_"),
      app: "web",
      ip: "127.0.0.1",
      userAgent: "test",
      expiresAt: new Date(at),
    });

    expect(await stored("sessions", "expires_at", session.id)).toBe(at);
    expect(session.expiresAt.toISOString()).toBe(at);
  },
);

test("what the database dates itself is read at the moment it happened", async () => {
  const workspaceId = await fillWorkspace(fresh.superuserUrl);
  const id = idOf(workspaceId, "doc_");
  const document = await database.read({ workspaceId, principals: ["all"] }, ({ documents }) =>
    documents.find(id),
  );

  expect(document?.createdAt.toISOString()).toBe(await stored("documents", "created_at", id));
});
