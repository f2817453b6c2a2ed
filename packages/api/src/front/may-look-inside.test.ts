import { expect, test } from "vitest";

import { mayLookInside } from "./may-look-inside";

const token = "a token that is long enough";
const local = { "x-besunny-peer": "127.0.0.1" };

test("it shows the inside to this machine and to who holds the token", () => {
  expect(mayLookInside(local, undefined)).toBe(true);
  expect(mayLookInside({ "x-besunny-peer": "::1" }, token)).toBe(true);
  expect(mayLookInside({ ...local, "x-forwarded-for": "127.0.0.1" }, token)).toBe(true);
  const remote = { "x-besunny-peer": "10.0.0.7", authorization: `Bearer ${token}` };
  expect(mayLookInside(remote, token)).toBe(true);
});

test.each([
  ["somebody elsewhere", { "x-besunny-peer": "10.0.0.7" }],
  ["somebody elsewhere who comes through a proxy here", { ...local, "x-forwarded-for": "1.2.3.4" }],
  ["somebody who claims to be here", { ...local, "x-forwarded-for": "127.0.0.1, 1.2.3.4" }],
  ["a wrong token", { "x-besunny-peer": "10.0.0.7", authorization: "Bearer another" }],
  ["somebody whose address is not known", {}],
])("it hides the inside from %s", (_, headers) => {
  expect(mayLookInside(headers, token)).toBe(false);
});

test("it takes no token where none is set", () => {
  const remote = { "x-besunny-peer": "10.0.0.7", authorization: "Bearer undefined" };
  expect(mayLookInside(remote, undefined)).toBe(false);
});
