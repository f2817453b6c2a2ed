import { afterEach, beforeEach, expect, test } from "vitest";

import { type DropboxBench, startDropbox } from "../../../doubles/dropbox/bench";
import { failureOf } from "../../../doubles/kit/driving";
import { isFailure } from "../failures";

let bench: DropboxBench;
beforeEach(async () => {
  bench = await startDropbox();
});
afterEach(() => bench.doubles.close());

const listening = (onNews: () => void, signal: AbortSignal) =>
  bench.source.listen?.(bench.account, bench.root, onNews, signal) ?? Promise.resolve();

test("news are heard without a token, until the listener stops", async () => {
  bench.double.setBackoff(0);
  const stop = new AbortController();
  let news = 0;
  const heard = listening(() => {
    news += 1;
    if (news === 2) stop.abort();
    else void bench.hands.add("Another.txt");
  }, stop.signal);
  const started = bench.doubles.world.requests;
  while (!started.some(({ path }) => path.endsWith("/longpoll"))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await bench.hands.add("New.txt");
  await heard;
  expect(news).toBe(2);
  const polls = started.filter(({ path }) => path.endsWith("/longpoll"));
  expect(polls.every(({ account, status }) => account === null && status === 200)).toBe(true);
});

test("the double refuses a wait that comes with a token, and one that is too long", async () => {
  const cursor = JSON.parse(await bench.source.begin(bench.account, bench.root)).cursor;
  const ask = async (body: object, headers: Record<string, string> = {}) => {
    const url = `${bench.doubles.url}/2/files/list_folder/longpoll`;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    return response.status;
  };
  const authorization = `Bearer ${await bench.account.token()}`;
  expect(await ask({ cursor })).toBe(200);
  expect(await ask({ cursor }, { authorization })).toBe(400);
  expect(await ask({ cursor, timeout: 500 })).toBe(400);
});

test("a cursor that is lost ends the listening", async () => {
  bench.double.setBackoff(0);
  const { matches, does } = {
    matches: ({ path }: { path: string }) => path.endsWith("/longpoll"),
    does: bench.faults.cursorLost,
  };
  bench.doubles.world.faults.push({ times: 1, matches, does });
  const ended = await failureOf(listening(() => {}, new AbortController().signal));
  expect(isFailure(ended, "cursor-lost")).toBe(true);
});
