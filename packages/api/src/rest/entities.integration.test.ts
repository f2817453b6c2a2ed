import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  wordVectors,
} from "@besunny/core/test/documents";
import { afterAll, expect, test } from "vitest";

import { aKey, anApi, aPerson, rest } from "../../test/an-api";

const { index, close } = await anIndex();
afterAll(close);
const api = await anApi({
  index,
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
});

/** A document that names a firm at its beginning and holds a phone at its end. */
function naming(ctx: Parameters<typeof aReadyDocument>[0], name: string) {
  const text = `${name} answers at +44 20 7946 0018`;
  return aReadyDocument(ctx, text, {
    understanding: anUnderstanding({
      entities: [
        { kind: "organisation", text: name, confidence: 0.9, evidence: [[0, name.length]] },
      ],
      personalData: [
        { kind: "phone", confidence: 0.97, evidence: [[text.indexOf("+"), text.length]] },
      ],
    }),
  });
}

test("entities are listed, shown, merged and split by keys of a member", async () => {
  const { ctx, headers } = await aKey(api, await aPerson());
  await naming(ctx, "International Oak Works Ltd");
  const { id } = await naming(ctx, "IOW Ltd");
  const json = async (path: string, body?: object) =>
    (await rest(api, path, { headers, ...(body && { method: "POST", body }) })).json();

  const list = await json("/entities?q=iow");
  expect(list).toMatchObject({
    items: [{ kind: "organisation", name: "IOW Ltd", documentCount: 1, mentionCount: 1 }],
    nextCursor: null,
    counts: [{ kind: "organisation", count: 1 }],
  });
  const short = String(list.items[0].id);
  const whole = String((await json("/entities?q=international")).items[0].id);
  expect(await json(`/entities/${short}/documents`)).toMatchObject({
    items: [{ documentId: id, evidence: [{ quote: "IOW Ltd", span: [0, 7], isProven: true }] }],
  });

  expect(await json(`/entities/${short}/merge`, { intoId: whole })).toMatchObject({
    id: whole,
    documentCount: 2,
  });
  expect(await json(`/entities/${short}`)).toMatchObject({
    id: whole,
    merged: [{ id: short, name: "IOW Ltd" }],
  });
  expect(await json(`/entities/${short}/split`, {})).toMatchObject({ id: short });
});

test("personal details come with their sensitivity, and documents that hold some can be listed alone", async () => {
  const { ctx, headers } = await aKey(api, await aPerson());
  const { id } = await naming(ctx, "Oak Works Ltd");
  await aReadyDocument(ctx, "It says nothing of anybody.");

  const document = await (await rest(api, `/documents/${id}/classification`, { headers })).json();
  expect(document.result.personalData).toMatchObject([
    { kind: "phone", sensitivity: "medium", evidence: [{ quote: "+44 20 7946 0018" }] },
  ]);
  const listed = await (await rest(api, "/documents?personal=true", { headers })).json();
  expect(listed.items.map((each: { id: string }) => each.id)).toEqual([id]);
});
