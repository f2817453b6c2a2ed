import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import type { AppRouter } from "@besunny/api/client/router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import superjson from "superjson";

import { type Product, signIn } from "../product";

/** Twenty people in four workspaces: as many as may sign up or be invited from one address, and none of them reaches a limit. */
const WORKSPACES = 4;
const PEOPLE_EACH = 5;
const PASSWORD = "a password for the bench";
const STALLED_MS = 10 * 60_000;

/** Somebody who asks the REST doors; `documentIds` are those of their workspace. */
export type Caller = { key: string; documentIds: string[] };

/** Fills a new product through its own doors: people with a key each, and `documents` small documents, all of them ready. */
export async function fill(url: string, documents: number): Promise<Caller[]> {
  const callers: Caller[] = [];
  const each = Math.ceil(documents / WORKSPACES);
  for (let n = 0; n < WORKSPACES; n += 1) {
    const { owner, keys } = await aWorkspace(url, `Bench ${n + 1}`);
    const documentIds: string[] = [];
    for (let at = 0; at < each; at += 1)
      documentIds.push(await upload(url, keys[at % keys.length] ?? "", n * each + at));
    await untilDone(owner);
    callers.push(...keys.map((key) => ({ key, documentIds })));
  }
  return callers;
}

async function aWorkspace(url: string, workspaceName: string) {
  const stranger = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({ url: `${url}/api/trpc`, transformer: superjson, headers: { origin: url } }),
    ],
  });
  const person = () => ({ email: `bench-${randomUUID()}@example.com`, password: PASSWORD });

  const first = person();
  await stranger.identity.signUp.mutate({ ...first, name: "Bench", workspaceName });
  const owner = await signIn(url, first);
  const keys = [await aKey(owner)];
  for (let n = 1; n < PEOPLE_EACH; n += 1) {
    const colleague = person();
    const { email } = colleague;
    const invited = await owner.trpc.members.invite.mutate({ email, role: "member" });
    const token = invited.url?.split("/").at(-1) ?? "";
    await stranger.identity.acceptInvitation.mutate({ token, name: "Bench", password: PASSWORD });
    keys.push(await aKey(await signIn(url, colleague)));
  }
  return { owner, keys };
}

async function aKey({ trpc }: Product): Promise<string> {
  return (await trpc.members.createApiKey.mutate({ name: "Bench" })).key;
}

async function upload(url: string, key: string, n: number): Promise<string> {
  const form = new FormData();
  form.set("file", new File([aText(n)], `lease-${n}.txt`, { type: "text/plain" }));
  const response = await fetch(`${url}/api/v1/documents`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  if (!response.ok) throw new Error(`An upload was refused: ${await response.text()}`);
  const { document }: { document: { id: string } } = await response.json();
  return document.id;
}

const places = ["Harbour", "Mill", "Orchard", "Station", "Castle", "Garden", "Market"];

function aText(n: number): string {
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
