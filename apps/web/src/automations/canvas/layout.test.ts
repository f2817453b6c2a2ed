import type { Definition } from "@besunny/rules/definition";
import { expect, test } from "vitest";

import { anApproval } from "../definition/new-step";
import { ADD, CARD, drawingOf } from "./layout";

const definition: Definition = {
  schema: 1,
  trigger: { kind: "document.ready" },
  when: null,
  start: "ask",
  nodes: [
    { ...anApproval("ask", "Pay?"), yes: "file", no: "warn" },
    { id: "file", kind: "action", action: "trash", input: {}, next: "end" },
    { id: "warn", kind: "wait", hours: 1, next: "end" },
    { id: "end", kind: "stop", note: "" },
  ],
};

test("every step is drawn once, in the order of its ways, and no card covers another", () => {
  const { cards, lines } = drawingOf(definition, true);
  expect(cards.map(({ id }) => id)).toEqual([
    "part:trigger",
    "part:when",
    "ask",
    "file",
    "end",
    "warn",
  ]);
  expect(lines.map(({ from, to, way }) => `${from} ${way} ${to}`)).toEqual([
    "part:trigger start part:when",
    "part:when start ask",
    "ask yes file",
    "file next end",
    "ask no warn",
    "warn next end",
  ]);
  for (const one of cards)
    for (const other of cards)
      if (one.id < other.id)
        expect(
          Math.abs(one.x - other.x) >= CARD.width || Math.abs(one.y - other.y) >= CARD.height,
        ).toBe(true);
});

test("a way that ends has a place to add a step, but not for those who may not", () => {
  const open = { ...definition, nodes: definition.nodes.slice(0, 3) };
  const adding = drawingOf(open, true).cards.filter(({ of }) => "place" in of);
  expect(adding.map(({ of }) => of)).toEqual([
    { place: { from: "file", way: "next" } },
    { place: { from: "warn", way: "next" } },
  ]);
  expect(ADD.width).toBeLessThan(CARD.width);
  expect(drawingOf(open, false).cards.some(({ of }) => "place" in of)).toBe(false);
});
