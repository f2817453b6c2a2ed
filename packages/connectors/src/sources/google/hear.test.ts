import { expect, test } from "vitest";

import type { HookCall } from "../hooks";
import { hearGoogle } from "./hear";

const callOf = (headers: Record<string, string>, body: unknown = "", query = ""): HookCall => ({
  method: "POST",
  query: new URLSearchParams(query),
  header: (name) => headers[name] ?? null,
  body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
});

const channel = (token: string) =>
  callOf({
    "x-goog-channel-id": "c-1",
    "x-goog-channel-token": token,
    "x-goog-resource-state": "change",
  });

const pubSub = (token: string) => {
  const told = { emailAddress: "Ana@Harbour.example", historyId: 9876 };
  const data = Buffer.from(JSON.stringify(told)).toString("base64");
  return callOf({}, { message: { data, messageId: "1" }, subscription: "s" }, `token=${token}`);
};

test("a channel is believed by its secret alone", () => {
  expect(hearGoogle(channel("right"), "right")).toEqual({
    kind: "look",
    accounts: null,
    watch: "fine",
  });
  expect(hearGoogle(channel("wrong"), "right")).toEqual({ kind: "refused" });
  expect(hearGoogle(callOf({ "x-goog-channel-id": "c-1" }), "right")).toEqual({ kind: "refused" });
});

test("Pub/Sub names the mailbox, and is believed by the token of its address", () => {
  expect(hearGoogle(pubSub("right"), "right")).toEqual({
    kind: "look",
    accounts: ["ana@harbour.example"],
    watch: "fine",
  });
  expect(hearGoogle(pubSub("wrong"), "right")).toEqual({ kind: "refused" });
});

test.each(["no JSON", "[]", '{"message":{"data":"bm90IEpTT04="}}', '{"message":{"data":7}}'])(
  "a body such as %s is refused",
  (body) => {
    expect(hearGoogle(callOf({}, body, "token=right"), "right")).toEqual({ kind: "refused" });
  },
);
