import type { Change } from "@besunny/db/changes";
import { expect, test } from "vitest";

import { collectHints } from "./collect-hints";

function aChange(ids: readonly string[], { seq = 1, lostBy = [] as string[] } = {}): Change {
  return {
    workspaceId: "ws_1",
    documents: ids.map((id, position) => ({ id, seq: seq + position })),
    lostBy,
  };
}

test("it keeps a document that changes again and again once", () => {
  const hints = collectHints(["ws"]);
  for (const seq of [1, 2, 3]) hints.add(aChange(["doc_1"], { seq }));

  expect(hints.take(10)).toEqual({ ids: ["doc_1"], lost: new Map() });
  expect(hints.take(10).ids).toEqual([]);
});

test("it does not forget that a document was lost when it changes once more", () => {
  const hints = collectHints(["ws", "usr_1"]);
  hints.add(aChange(["doc_1"], { seq: 5, lostBy: ["ws"] }));
  hints.add(aChange(["doc_1"], { seq: 6 }));

  expect(hints.take(10)).toEqual({ ids: ["doc_1"], lost: new Map([["doc_1", 5]]) });
});

test("it takes changes of many documents in parts, in the order in which they came", () => {
  const hints = collectHints(["ws"]);
  for (const part of [0, 1, 2])
    hints.add(aChange([`doc_${part}a`, `doc_${part}b`], { seq: part * 2 + 1, lostBy: ["ws"] }));

  expect(hints.take(3).ids).toEqual(["doc_0a", "doc_0b", "doc_1a", "doc_1b"]);
  expect(hints.take(3)).toEqual({
    ids: ["doc_2a", "doc_2b"],
    lost: new Map([
      ["doc_2a", 5],
      ["doc_2b", 6],
    ]),
  });
});

test("it says nothing of losses of others", () => {
  const hints = collectHints(["usr_1"]);
  hints.add(aChange(["doc_1", "doc_2"], { lostBy: ["ws"] }));
  hints.add(aChange(["doc_3"], { lostBy: ["prj_1"] }));

  expect(hints.take(10).lost).toEqual(new Map());
});
