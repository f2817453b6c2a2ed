import { expect, test } from "vitest";

import { planted } from "../planted";
import { typeCircleBreaches, valueCircleBreaches } from "./circles";

const graph = (texts: Record<string, string>) =>
  planted(
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [`packages/core/src/${name}.ts`, text]),
    ),
  );
const to = (name: string) => `import { a } from "./${name}";`;
const typeTo = (name: string) => `import type { A } from "./${name}";`;

test("files that reach each other are one breach, with the shortest way around", () => {
  const tree = graph({ a: to("b"), b: `${to("c")} ${to("d")}`, c: to("a"), d: to("b") });
  const found = valueCircleBreaches(tree);

  expect(found).toEqual([expect.stringMatching(/^4 files import each other: /)]);
  expect(found[0]?.match(/ -> /g)).toHaveLength(2);
});

test("two ways to one file are no circle", () => {
  const tree = graph({ a: `${to("b")} ${to("c")}`, b: to("d"), c: to("d"), d: "" });
  expect(typeCircleBreaches(tree)).toEqual([]);
});

test.each([
  ["types", typeTo("a")],
  ["types inside of types", 'type A = import("./a").A;'],
  ["exported types", 'export type { A } from "./a";'],
])("a circle that %s close is one by type alone", (_, back) => {
  const tree = graph({ a: to("b"), b: back });
  expect(valueCircleBreaches(tree)).toEqual([]);
  expect(typeCircleBreaches(tree)).toHaveLength(1);
});

test.each([
  ["a dynamic import", 'await import("./a");'],
  ["an inline type, which still loads the module", 'import { type A } from "./a";'],
  ["an import for its effect", 'import "./a";'],
])("%s closes a circle by value", (_, back) => {
  expect(valueCircleBreaches(graph({ a: to("b"), b: back }))).toHaveLength(1);
});

test("a file that imports itself is a circle, two circles are two, and tests close none", () => {
  expect(valueCircleBreaches(graph({ a: to("a") }))).toHaveLength(1);
  expect(
    valueCircleBreaches(graph({ a: to("b"), b: to("a"), c: to("d"), d: to("c") })),
  ).toHaveLength(2);
  expect(valueCircleBreaches(graph({ "a.test": to("b"), b: 'import "./a.test";' }))).toEqual([]);
});
