import { expect, test } from "vitest";

import { allowedMethods } from "./allowed-methods";

const router = {
  routes: [
    { method: "ALL", path: "/*" },
    { method: "GET", path: "/things" },
    { method: "PATCH", path: "/things/:id" },
  ],
};

test("it names what may be done at a path", () => {
  expect(allowedMethods(router, "/things")).toEqual(["GET", "HEAD"]);
  expect(allowedMethods(router, "/things/1")).toEqual(["PATCH"]);
});

test("it finds nothing where there is nothing", () => {
  expect(allowedMethods(router, "/things/1/more")).toEqual([]);
});
