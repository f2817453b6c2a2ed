import { afterEach, expect, test } from "vitest";

import { accountAt } from "../../../doubles/serving/accounts";
import type { Asked } from "../../../doubles/serving/asked";
import { type Doubles, startDoubles } from "../../../doubles/serving/server";
import { createWorld } from "../../../doubles/world";
import { createLimiter } from "../limiter";
import { openGraph } from "./client";

let doubles: Doubles;
afterEach(() => doubles.close());

/** A server that keeps the headers of each request. `/v1.0/moved` leads to `/there`. */
async function start() {
  const world = createWorld();
  const asked: Asked[] = [];
  const route = (path: string, answer: object, isOpen = false) => ({
    method: "GET",
    path,
    isOpen,
    answer: (request: Asked) => {
      asked.push(request);
      return answer;
    },
  });
  const manner = {
    service: "bare",
    trouble: (_: string, status: number) => ({ status, json: {} }),
    routes: [
      route("/v1.0/me", { json: { id: "user" } }),
      route("/v1.0/moved", { status: 302, headers: { location: "/there" } }),
      route("/there", { text: "bytes" }, true),
    ],
  };
  doubles = await startDoubles({ world, manners: [manner] });
  const limiter = createLimiter({ paces: {}, now: world.now });
  const account = accountAt({ tokens: doubles.tokens, provider: "microsoft", address: "a@x" });
  return { asked, graph: openGraph({ apiUrl: doubles.url, limiter, version: "2.1" }, account) };
}

test("each request says that it is of BeSunny, as Microsoft asks", async () => {
  const { asked, graph } = await start();
  await graph.get("/me", { about: "account" });
  expect(asked[0]?.headers["user-agent"]).toBe("NONISV|BeSunny|BeSunny/2.1");
});

test("what is preferred is asked for", async () => {
  const { asked, graph } = await start();
  await graph.get("/me", {
    about: "account",
    prefer: ['IdType="ImmutableId"', "odata.maxpagesize=5"],
  });
  expect(asked[0]?.headers.prefer).toBe('IdType="ImmutableId", odata.maxpagesize=5');
});

test("the address that a download leads to gets no token", async () => {
  const { asked, graph } = await start();
  const response = await graph.open("/moved", { about: "item" });
  expect(await response.text()).toBe("bytes");
  expect(asked.map(({ headers }) => Boolean(headers.authorization))).toEqual([true, false]);
});

test("a link of the next page is followed over http as over https, within the same place alone", async () => {
  const { graph } = await start();
  await expect(graph.get(`${doubles.url}/v1.0/me`, { about: "changes" })).resolves.toEqual({
    id: "user",
  });
  for (const link of [`${doubles.url}.evil.example/v1.0/me`, `${doubles.url}/beta/me`]) {
    await expect(graph.get(link, { about: "changes" })).rejects.toMatchObject({ kind: "refused" });
  }
});
