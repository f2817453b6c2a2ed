import { silentLog } from "@besunny/core/test/tools";
import { expect, test } from "vitest";

import { aKey, anApi, aPerson, rest, WEB } from "../../test/an-api";

const logged: string[] = [];
const api = await anApi();
api.tools.log = {
  ...silentLog,
  warn: (fields, message) => void logged.push(JSON.stringify({ ...fields, message })),
};

const wrong = "bsk_wrong-and-never-to-be-logged";
const from = (address: string, key = wrong) => ({
  headers: {
    authorization: `Bearer ${key}`,
    "x-forwarded-for": address,
    "x-besunny-peer": address,
  },
});

test("wrong keys from one address are refused with a wait after thirty, and logged without the key", async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 40; n += 1)
    statuses.push((await rest(api, "/documents", from("192.0.2.1"))).status);

  expect(statuses).toEqual([...Array(30).fill(401), ...Array(10).fill(429)]);
  const refused = await rest(api, "/documents", from("192.0.2.1"));
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: "RATE_LIMITED", hint: expect.any(String) });
  const { documents } = await api.web.caller(new Headers(from("192.0.2.1").headers));
  await expect(documents.list({})).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });

  const upload = new Request(`${WEB}/api/upload`, {
    method: "POST",
    headers: { ...from("192.0.2.1").headers, "tus-resumable": "1.0.0", "upload-length": "1" },
  });
  expect((await api.web.upload(upload)).status).toBe(429);

  expect(logged).toHaveLength(31);
  expect(logged.at(0)).toContain("192.0.2.1");
  expect(logged.join()).not.toContain(wrong);
});

test("they stop neither another address nor a right key from the same one", async () => {
  for (let n = 0; n < 31; n += 1) await rest(api, "/documents", from("192.0.2.2"));
  const { headers } = await aKey(api, await aPerson());
  const [, key = ""] = headers.authorization.split(" ");

  expect((await rest(api, "/documents", from("192.0.2.3"))).status).toBe(401);
  expect((await rest(api, "/documents", from("192.0.2.2", key))).status).toBe(200);
});

test("a text that is no key of ours is wrong like any other, however long it is", async () => {
  const { status } = await rest(api, "/documents", from("192.0.2.4", `bsk_${"x".repeat(5000)}`));

  expect(status).toBe(401);
});
