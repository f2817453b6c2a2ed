import { expect, test } from "vitest";

import { allowedMethods } from "./allowed-methods";

const router = {
  routes: [
    { method: "ALL", path: "/*" },
    { method: "GET", path: "/things" },
    { method: "PATCH", path: "/things/:id" },
    { method: "POST", path: "/things/sort" },
  ],
};

test("it names what may be done at a path", () => {
  expect(allowedMethods(router, "/things")).toEqual(["GET", "HEAD"]);
  expect(allowedMethods(router, "/things/1")).toEqual(["PATCH"]);
});

test("it takes no path that has a name for another one's place", () => {
  expect(allowedMethods(router, "/things/sort")).toEqual(["POST"]);
});

test("it finds nothing where there is nothing", () => {
  expect(allowedMethods(router, "/things/1/more")).toEqual([]);
});
