import { aModel, anUnderstanding, process, wordVectors } from "@besunny/core/test/documents";
import { afterAll, expect, test } from "vitest";

import { aKey, anApi, aPerson } from "../../test/an-api";
import { serve } from "../../test/serve";
import { clientErrorOf, createClient } from "./create-client";

const api = await anApi({
  reader: { read: async () => aModel("The rent is 900 a month.") },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
});
const server = await serve(api);
afterAll(() => server.close());

async function aClient() {
  const { headers, ctx } = await aKey(api, await aPerson());
  const token = headers.authorization.replace("Bearer ", "");
  return { ctx, client: createClient({ url: server.url, token }) };
}

test("it sends a file, tells how far it is, and follows the document to its end", async () => {
  const { client, ctx } = await aClient();
  const progress: number[] = [];
  const file = new File(["The rent is 900 a month."], "lease.txt", { type: "text/plain" });
  const { documentId, duplicateOf } = await client.documents.upload(file, {
    onProgress: ({ bytes, of }) => progress.push(bytes / of),
  });
  expect(duplicateOf).toBeNull();
  expect(progress.at(-1)).toBe(1);

  const statuses: string[] = [];
  for await (const { status } of client.documents.watch(documentId, { everyMs: 20 })) {
    statuses.push(status);
    if (statuses.length === 1) await process(ctx, documentId);
  }
  expect(statuses[0]).toBe("pending");
  expect(statuses.at(-1)).toBe("ready");
});

test("it tells failures apart by their code", async () => {
  const { client } = await aClient();
  const error = await client.documents.get("doc_nowhere").catch(clientErrorOf);

  expect(error).toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("doc_nowhere"),
  });
});

test("it says that a wrong key is one", async () => {
  const client = createClient({ url: server.url, token: "bsk_wrong" });

  expect(await client.documents.get("doc_1").catch(clientErrorOf)).toMatchObject({
    code: "UNAUTHENTICATED",
  });
});
