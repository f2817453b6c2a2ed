import { expect, test } from "vitest";

import { newTrayItem } from "./tray-item";
import { createTrayMemory } from "./tray-memory";

function aStorage(content: string | null = null) {
  const stored = { content };
  const memory = createTrayMemory("tray", () => ({
    getItem: () => stored.content,
    setItem(_, value) {
      stored.content = value;
    },
  }));
  return { stored, memory };
}

const aRow = (documentId: string | null, batchId: string | null = null) =>
  newTrayItem({ key: "1", name: "a", path: "a", size: 1, documentId, batchId });

test("the next page knows the documents of this one, each with its batch, and no file without document", () => {
  const { stored, memory } = aStorage();
  memory.remember([aRow("doc_1", "bat_1"), aRow(null), aRow("doc_2")]);
  expect([...aStorage(stored.content).memory.recall()]).toEqual([
    ["doc_1", "bat_1"],
    ["doc_2", null],
  ]);
});

test("what the page before knew is recalled although this page has remembered since", () => {
  const { memory } = aStorage('[["doc_1","bat_1"]]');
  memory.remember([aRow("doc_2")]);
  expect([...memory.recall()]).toEqual([["doc_1", "bat_1"]]);
});

test("it remembers at most 200 documents", () => {
  const { stored, memory } = aStorage();
  memory.remember(Array.from({ length: 250 }, (_, number) => aRow(`doc_${number}`)));
  expect(aStorage(stored.content).memory.recall().size).toBe(200);
});

test.each(["", "{", "null", "7", '"doc_1"', "[1,null,[],[7]]"])(
  "a store that holds %j is read as empty",
  (content) => {
    expect(aStorage(content).memory.recall().size).toBe(0);
  },
);

test("a store that refuses stops no upload", () => {
  const refuse = () => {
    throw new DOMException("The quota is used up", "QuotaExceededError");
  };
  const memory = createTrayMemory("tray", () => ({ getItem: () => null, setItem: refuse }));
  expect(() => memory.remember([aRow("doc_1")])).not.toThrow();
  const closed = createTrayMemory("tray", refuse);
  expect(closed.recall().size).toBe(0);
});
