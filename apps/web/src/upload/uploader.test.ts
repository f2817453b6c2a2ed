import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { interruptedUploads, sendFile } from "./uploader";

const sender = vi.hoisted(() => ({
  sent: [] as string[],
  stopped: [] as string[],
  left: [{ urlStorageKey: "tus::1", metadata: {}, size: 3 }],
}));
vi.mock("./send-file", () => ({
  sendFile: (key: string) => {
    sender.sent.push(key);
    return { stop: async () => void sender.stopped.push(key) };
  },
  interruptedUploads: async () => sender.left,
  forgetInterrupted: async () => undefined,
}));

const listener = { onProgress() {}, onStored() {}, onFailed() {} };
const order = { file: new File(["a"], "a.txt"), path: "a.txt", projectId: null, batchId: null };

const kept: Record<string, string> = {};
beforeEach(() => vi.stubGlobal("localStorage", kept));
afterEach(() => {
  vi.unstubAllGlobals();
  sender.sent = [];
  sender.stopped = [];
  for (const name of Object.keys(kept)) delete kept[name];
});

test("a file is sent once what sends it is loaded, and can be stopped", async () => {
  const sending = sendFile("one", order, listener);
  await vi.waitFor(() => expect(sender.sent).toEqual(["one"]));
  await sending.stop();
  expect(sender.stopped).toEqual(["one"]);
});

test("a file that is stopped before that is never sent", async () => {
  await sendFile("two", order, listener).stop();
  expect(sender.sent).toEqual([]);
});

test("uploads that were left behind are looked for only where a name of theirs is kept", async () => {
  expect(await interruptedUploads()).toEqual([]);
  kept["tus::file-1::1"] = "{}";
  expect(await interruptedUploads()).toEqual(sender.left);
});
