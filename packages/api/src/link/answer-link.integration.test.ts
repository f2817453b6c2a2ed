import { createLink } from "@besunny/core/sharing/create-link";
import { revokeLink } from "@besunny/core/sharing/revoke-link";
import {
  aModel,
  anUnderstanding,
  process,
  uploadText,
  wordVectors,
} from "@besunny/core/test/documents";
import { expect, test } from "vitest";

import { anApi, WEB } from "../../test/an-api";

const text = "The rent is 900 a month.";
const api = await anApi({
  reader: {
    read: async () => aModel(text),
    renderPage: async () => Buffer.from("a picture"),
    print: async () => null,
  },
  ai: { ...wordVectors, understand: async () => anUnderstanding() },
  index: { replaceDocument: async () => undefined },
});

async function aLink(given: { mayDownload?: boolean } = {}) {
  const { document } = await uploadText(api.base, text, { title: "Lease" });
  await process(api.base, document.id);
  return {
    ...(await createLink(api.base, { id: document.id, ...given })),
    documentId: document.id,
  };
}
const ask = (token: string, what: string) =>
  api.web.link(new Request(`${WEB}/api/link/${token}/${what}`));

test("whoever has the link reads the document without a sign-in, and downloads it only where that is allowed", async () => {
  const { token } = await aLink();
  expect(await api.web.linked(new Headers(), token)).toMatchObject({
    document: { title: "Lease", mayDownload: false },
    html: expect.stringContaining("The rent is 900"),
  });
  expect((await ask(token, "pages/1/image")).status).toBe(200);
  expect((await ask(token, "content")).status).toBe(404);

  const open = await aLink({ mayDownload: true });
  const sent = await ask(open.token, "content");
  expect([sent.status, await sent.text()]).toEqual([200, text]);
  expect(sent.headers.get("content-disposition")).toMatch(/^attachment/);
});

test("a link that was revoked, and one that never was, show nothing", async () => {
  const { id, token } = await aLink();
  await revokeLink(api.base, { linkId: id });
  for (const each of [token, "a-token-that-there-is-not", "x"]) {
    expect(await api.web.linked(new Headers(), each)).toBeNull();
    expect((await ask(each, "pages/1/image")).status).toBe(404);
  }
});

test("it leads to nothing but the content of its document", async () => {
  const { token } = await aLink();
  const { documentId } = await aLink();
  for (const what of [`documents/${documentId}/content`, "../v1/documents", "html", ""])
    expect((await ask(token, what)).status).toBe(404);
});
