import { expect, test } from "vitest";

import { clientAddress } from "./client-address";

type Asked = { peer?: string; forwarded?: string };

const given = ({ peer, forwarded }: Asked) =>
  new Headers({
    ...(peer !== undefined && { "x-besunny-peer": peer }),
    ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
  });

test.each<[string, Asked, number, string]>([
  ["no proxy: the socket", { peer: "198.51.100.7" }, 0, "198.51.100.7"],
  [
    "no proxy: the client's word is nothing",
    { peer: "198.51.100.7", forwarded: "203.0.113.9" },
    0,
    "198.51.100.7",
  ],
  ["one proxy: what it added", { peer: "10.0.0.1", forwarded: "203.0.113.9" }, 1, "203.0.113.9"],
  [
    "one proxy: not what the client put before",
    { peer: "10.0.0.1", forwarded: "1.1.1.1, 203.0.113.9" },
    1,
    "203.0.113.9",
  ],
  [
    "two proxies: what the outer added",
    { peer: "10.0.0.1", forwarded: "1.1.1.1, 203.0.113.9, 10.0.0.2" },
    2,
    "203.0.113.9",
  ],
  ["fewer than said: the socket", { peer: "203.0.113.9", forwarded: "1.1.1.1" }, 2, "203.0.113.9"],
  ["nothing was forwarded: the socket", { peer: "203.0.113.9" }, 1, "203.0.113.9"],
  [
    "no address where one should be: the socket",
    { peer: "10.0.0.1", forwarded: "unknown" },
    1,
    "10.0.0.1",
  ],
  ["a number is no address", { peer: "10.0.0.1", forwarded: "134744072" }, 1, "10.0.0.1"],
  [
    "a proxy that adds ports",
    { peer: "10.0.0.1", forwarded: "203.0.113.9:4711" },
    1,
    "203.0.113.9",
  ],
  [
    "a proxy that adds ports to IPv6",
    { peer: "::1", forwarded: "[2001:db8::1]:4711" },
    1,
    "2001:db8::1",
  ],
  ["IPv4 within IPv6", { peer: "::ffff:198.51.100.7" }, 0, "198.51.100.7"],
  ["one spelling of IPv6", { peer: "2001:DB8:0:0::1" }, 0, "2001:db8::1"],
  ["no socket: never the client's word", { forwarded: "203.0.113.9" }, 1, "local"],
  ["no socket that is an address", { peer: "evil", forwarded: "203.0.113.9" }, 0, "local"],
])("it takes the address that cannot be made up: %s", (_, asked, proxies, expected) => {
  expect(clientAddress(given(asked), proxies)).toBe(expected);
});
