import { randomUUID } from "node:crypto";

import { queryOnce } from "@besunny/db/test/fresh-database";

import type { WorkspaceContext } from "../../src/context";
import { keepGrants } from "../../src/sources/people/keep-grants";
import { asSource, aTakenFile } from "../sources";

type Admin = WorkspaceContext & { actor: { kind: "user"; id: string } };

/** A drive of an organisation with one file for each of these sharings. */
export async function aSharedDrive(
  admin: Admin,
  sharings: Record<string, { kind: "user"; address: string }[]>,
) {
  const key = randomUUID().replaceAll("-", "");
  const [connectionId, sourceId] = [`con_${key}`, `src_${key}`];
  const sql = (text: string, values: unknown[]) =>
    queryOnce(process.env.TEST_SUPERUSER_URL ?? "", text, values);
  await sql(
    `insert into connections (id, workspace_id, provider, kind, account_subject, account_address, scopes, consented_at, state, owner_id, created_at)
     values ($1, $2, 'google', 'organisation', $1, 'drive@mill.test', '{}', now(), 'ok', $3, now())`,
    [connectionId, admin.workspaceId, admin.actor.id],
  );
  await sql(
    `insert into sources (id, workspace_id, connection_id, kind, root_ref, root_key, path, name, rules, visibility, project_ids, state, due_at, every_seconds, created_at)
     values ($1, $2, $3, 'drive', '{}', '{}', '{}', 'Drive', '{}', 'source', '{}', 'live', now(), 900, now())`,
    [sourceId, admin.workspaceId, connectionId],
  );
  for (const [grantsKey, grants] of Object.entries(sharings)) {
    const { documentId } = await aTakenFile(admin, `${grantsKey} of ${key}`, {
      ...{ visibility: "source", title: grantsKey, sourceId, externalId: grantsKey },
    });
    await sql(
      `insert into source_items (source_id, external_id, workspace_id, generation, parent_ids, name, media_type, revision, modified_at, state,
                                 document_id, grants_key, seen_at, changed_at)
       values ($1, $2, $3, 1, '{}', $2, 'text/plain', '1', now(), 'ready', $4, $2, now(), now())`,
      [sourceId, grantsKey, admin.workspaceId, documentId],
    );
    await asSource(admin, (tools) => keepGrants(tools, connectionId, [{ grantsKey, grants }]));
  }
  return { connectionId, sourceId };
}
