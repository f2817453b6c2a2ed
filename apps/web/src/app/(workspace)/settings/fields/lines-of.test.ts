import { expect, test } from "vitest";

import { linesOf } from "./lines-of";

test("a pasted list is one value a line, each once, without blank lines", () => {
  expect(linesOf(" North\r\nSouth\n\n  \nNorth ")).toEqual(["North", "South"]);
});
