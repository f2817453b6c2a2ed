import { expect, test } from "vitest";

import { createDropboxDouble } from "../../../doubles/dropbox/dropbox";
import { startHookSink } from "../../../doubles/kit/hook-sink";
import { createWorld } from "../../../doubles/world";
import { hearDropbox } from "./hear";

const ANA = "ana@harbour.example";

test("a webhook proves its address, and is believed by its signature alone", async () => {
  const sink = await startHookSink((call) => hearDropbox(call, "the app's secret"));
  const { callHook } = createDropboxDouble(createWorld());
  expect((await callHook(sink.url, "the app's secret", [ANA])).status).toBe(202);
  expect(sink.heard.at(-1)).toEqual({ kind: "look", accounts: [`dbid:${ANA}`], watch: "fine" });
  expect((await callHook(sink.url, "another secret", [ANA])).status).toBe(403);
  await sink.close();
});

test("a call without a signature is refused", () => {
  const body = Buffer.from("hello");
  const call = { method: "POST", query: new URLSearchParams(), header: () => "", body };
  expect(hearDropbox(call, "secret")).toEqual({ kind: "refused" });
});
