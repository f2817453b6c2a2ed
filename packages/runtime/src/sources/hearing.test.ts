import { createHmac } from "node:crypto";
import { expect, test } from "vitest";

import { readEnv } from "../env";
import { createHearing } from "./hearing";

const call = (given: { method?: string; path?: string; headers?: object; body?: unknown }) => ({
  method: given.method ?? "POST",
  query: new URL(given.path ?? "/", "https://web.example").searchParams,
  header: (name: string) => new Headers({ ...given.headers }).get(name),
  body: Buffer.from(JSON.stringify(given.body ?? {})),
});
const env = {
  ...readEnv(),
  DROPBOX_CLIENT_SECRET: "a secret of the app",
  GOOGLE_PUBSUB_TOKEN: "a secret in an address",
};
const hearing = createHearing(env);

test("the call for one source is understood, with the secret that it claims", async () => {
  const google = { "x-goog-channel-id": "c", "x-goog-channel-token": "shown" };
  expect(await hearing.ofSource(call({ headers: google }))).toEqual({
    secret: "shown",
    notice: { kind: "look", accounts: null, watch: "fine" },
  });
  const value = [{ clientState: "mine", lifecycleEvent: "reauthorizationRequired" }];
  expect(await hearing.ofSource(call({ body: { value } }))).toEqual({
    secret: "mine",
    notice: { kind: "look", accounts: null, watch: "ending" },
  });
  const mixed = { value: [...value, { clientState: "another" }] };
  expect((await hearing.ofSource(call({ body: mixed }))).notice).toEqual({ kind: "refused" });
  expect((await hearing.ofSource(call({ path: "/?validationToken=word" }))).notice).toEqual({
    kind: "prove",
    text: "word",
  });
});

test("Dropbox proves its calls by a signature, Gmail by the secret in its address, and nobody else is heard", async () => {
  const challenge = call({ method: "GET", path: "/?challenge=word" });
  expect(await hearing.ofApp("dropbox", challenge)).toEqual({ kind: "prove", text: "word" });
  const body = { list_folder: { accounts: ["dbid:1"] } };
  const signature = createHmac("sha256", "a secret of the app")
    .update(JSON.stringify(body))
    .digest("hex");
  const signed = call({ body, headers: { "x-dropbox-signature": signature } });
  expect(await hearing.ofApp("dropbox", signed)).toMatchObject({ accounts: ["dbid:1"] });
  expect(await hearing.ofApp("dropbox", call({ body }))).toEqual({ kind: "refused" });

  const data = Buffer.from(JSON.stringify({ emailAddress: "Ana@port.example" })).toString("base64");
  const told = { message: { data } };
  const right = encodeURIComponent("a secret in an address");
  expect(
    await hearing.ofApp("google", call({ path: `/?token=${right}`, body: told })),
  ).toMatchObject({ accounts: ["ana@port.example"] });
  expect(await hearing.ofApp("google", call({ path: "/?token=no", body: told }))).toEqual({
    kind: "refused",
  });
  const { DROPBOX_CLIENT_SECRET: _, ...without } = env;
  expect(await createHearing(without).ofApp("dropbox", signed)).toBeNull();
});
