import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { readSecrets } from "@besunny/db/server/secrets";
import { Client } from "pg";

import { type Product, signIn, signUp } from "../product/product";
import { addDocuments, type People } from "./documents";

const PASSWORD = "a password for the bench";
/** So many may ask for a minute, at the quotas of `rest/rate-limit.ts`, without one of them reaching a limit. */
const MEMBERS = 40;
const SIGNED_IN = 8;
/** Real small documents, read by the product itself: search finds them, and the others copy what is understood of them. */
const SAMPLES = 24;
const STALLED_MS = 10 * 60_000;

/** A workspace of a running product, filled for measuring. */
export type Workspace = {
  id: string;
  documents: number;
  owner: Product;
  /** API keys, each of a person of its own. */
  keys: string[];
  /** Headers of people who are signed in as a browser is. */
  browsers: (() => Record<string, string>)[];
  /** Documents that every caller may see. */
  documentIds: string[];
  /** An open project and its documents, which no other measurement touches. */
  archive: { id: string; documentIds: string[] };
};

type Size = { documents: number; archive: number };

/** Makes a workspace with a document for each of `documents`, and an archive project. The same size has the same content everywhere. */
export async function createWorkspace(
  { url, dataDirectory }: { url: string; dataDirectory: string },
  size: Size,
): Promise<Workspace> {
  const first = { email: `owner-${size.documents}@example.com`, password: PASSWORD };
  await signUp(url, first, "Bench");
  const owner = await signIn(url, first);
  const client = new Client({ connectionString: await superuserUrl(dataDirectory) });
  await client.connect();
  try {
    const people = await addPeople(client, first.email);
    const keys = await addKeys(client, people);
    await addSamples(owner, keys);
    const archiveId = await addDocuments(client, people, size);
    await client.query("vacuum analyze");
    const { memberIds, workspaceId: id } = people;
    return {
      id,
      documents: size.documents,
      owner,
      keys,
      browsers: await signInAll(url, client, memberIds.slice(0, SIGNED_IN)),
      documentIds: await idsOf(
        client,
        "select id from documents where workspace_id = $1 and access @> '{ws}' and trashed_at is null order by md5(id) limit 2000",
        id,
      ),
      archive: {
        id: archiveId,
        documentIds: await idsOf(
          client,
          "select document_id as id from document_projects where project_id = $1 order by 1",
          archiveId,
        ),
      },
    };
  } finally {
    await client.end();
  }
}

/** The address of a running product's database, as the superuser. */
export async function superuserUrl(dataDirectory: string): Promise<string> {
  const secrets = await readSecrets({ dataDirectory });
  if (!secrets) throw new Error(`${dataDirectory} holds no secrets.`);
  const { postgresPassword, postgresPort } = secrets;
  return `postgresql://postgres:${encodeURIComponent(postgresPassword)}@127.0.0.1:${postgresPort}/besunny`;
}

/** Colleagues of the owner, with the owner's password. */
async function addPeople(client: Client, email: string): Promise<People> {
  const found = await client.query<{ user_id: string; workspace_id: string }>(
    "select user_id, workspace_id from memberships m join users u on u.id = m.user_id where email = $1",
    [email],
  );
  const [owner] = found.rows;
  if (!owner) throw new Error(`${email} is in no workspace.`);
  const { user_id: ownerId, workspace_id: workspaceId } = owner;
  const made = await client.query<{ id: string }>(
    `with made as (
       insert into users (id, email, name, password_hash)
       select 'usr_' || md5(id || n), n || '-' || email, 'Member ' || n, password_hash
         from users, generate_series(1, $2::int) n where id = $1
       returning id)
     insert into memberships (workspace_id, user_id, role)
     select $3, id, 'member' from made returning user_id as id`,
    [ownerId, MEMBERS, workspaceId],
  );
  return { workspaceId, ownerId, memberIds: made.rows.map(({ id }) => id).sort() };
}

async function addKeys(client: Client, { workspaceId, memberIds }: People): Promise<string[]> {
  const keys = memberIds.map(() => `bsk_${randomBytes(24).toString("base64url")}`);
  await client.query(
    `insert into api_keys (id, workspace_id, user_id, name, prefix, key_hash)
     select 'key_' || md5(member), $1, member, 'Bench', 'bsk_', hash
       from unnest($2::text[], $3::text[]) as given (member, hash)`,
    [workspaceId, memberIds, keys.map((key) => createHash("sha256").update(key).digest("hex"))],
  );
  return keys;
}

async function signInAll(url: string, client: Client, userIds: readonly string[]) {
  const { rows } = await client.query<{ email: string }>(
    "select email from users where id = any($1)",
    [userIds],
  );
  const browsers: (() => Record<string, string>)[] = [];
  for (const { email } of rows)
    browsers.push((await signIn(url, { email, password: PASSWORD })).headers);
  return browsers;
}

async function addSamples(owner: Product, keys: readonly string[]): Promise<void> {
  for (let n = 0; n < SAMPLES; n += 1) {
    const form = new FormData();
    form.set("file", new File([aLease(n)], `lease-${n}.txt`, { type: "text/plain" }));
    const response = await fetch(`${owner.url}/api/v1/documents`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys[n % keys.length]}` },
      body: form,
    });
    if (!response.ok) throw new Error(`An upload was refused: ${await response.text()}`);
  }
  await untilDone(owner);
}

const places = ["Harbour", "Mill", "Orchard", "Station", "Castle", "Garden", "Market"];

/** A lease that the product reads itself. */
function aLease(n: number): string {
  const place = places[n % places.length];
  return `Lease ${n} of ${place} House\n\nThe tenant of ${place} House pays a rent of ${500 + n} euros a month, due on day ${(n % 28) + 1}.\n\nThe deposit is ${3 * (500 + n)} euros. Notice is given three months before the end of a quarter.\n`;
}

async function untilDone({ trpc }: Product): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  let since = Date.now();
  while (left > 0) {
    const status = ["pending", "processing"] as const;
    const { items } = await trpc.documents.list.query({ status: [...status], limit: 200 });
    if (items.length < left) since = Date.now();
    else if (Date.now() - since > STALLED_MS) throw new Error("Documents are not being read.");
    left = items.length;
    await sleep(500);
  }
}

async function idsOf(client: Client, text: string, of: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(text, [of]);
  return rows.map(({ id }) => id);
}
