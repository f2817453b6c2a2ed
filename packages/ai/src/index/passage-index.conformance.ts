import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { indexScope } from "./index-scope";
import type { PassageIndex } from "./passage-index";
import { conformsInWords } from "./passage-words.conformance";
import { along, aPassage, DIMENSIONS } from "./test-passages";

/** Tests the behaviour that every adapter of the passage index must have. */
export function conformsToPassageIndex(
  name: string,
  open: (about: { dimensions: number; model: string }) => Promise<PassageIndex>,
): void {
  conformsInWords(name, open);

  describe(name, () => {
    let index: PassageIndex;
    let workspace = "";
    let everyone = indexScope("wsp", ["ws"]);
    let workspaces = 0;
    beforeAll(async () => {
      index = await open({ dimensions: DIMENSIONS, model: "test-model" });
    });
    afterAll(() => index.close());
    beforeEach(() => {
      workspace = `wsp_${Date.now()}_${++workspaces}`;
      everyone = indexScope(workspace, ["ws"]);
    });

    const add = (...passages: ReturnType<typeof aPassage>[]) =>
      index.replaceDocument(workspace, passages[0]?.documentId ?? "doc_1", passages);
    const found = async (query: Partial<Parameters<PassageIndex["search"]>[1]>, scope = everyone) =>
      (await index.search(scope, { vector: along(0), text: "", limit: 10, ...query })).map(
        ({ documentId, number }) => `${documentId}#${number}`,
      );

    test("finds by meaning what shares no word", async () => {
      await add(
        aPassage({ number: 0, vector: along(0) }),
        aPassage({ number: 1, vector: along(3) }),
      );
      expect(await found({ vector: along(3, 0.1), text: "unheard" })).toEqual([
        "doc_1#1",
        "doc_1#0",
      ]);
    });

    test("finds by words what is far in meaning, in any inflection", async () => {
      await add(
        aPassage({ number: 0, vector: along(0), text: "An unrelated opening." }),
        aPassage({ number: 1, vector: along(4), text: "Zeppelins were inspected yearly." }),
      );
      const [first] = await index.search(everyone, {
        vector: along(2),
        text: "zeppelin inspection",
        limit: 1,
      });
      expect(first).toMatchObject({ number: 1, why: { lexical: expect.any(Number) } });
    });

    test("puts what both legs find above what one finds, with scores from 0 to 1", async () => {
      await add(
        aPassage({ number: 0, vector: along(1), text: "The deposit is refunded." }),
        aPassage({ number: 1, vector: along(1), text: "Keys are handed over." }),
        aPassage({ number: 2, vector: along(5), text: "The deposit is banked." }),
      );
      const hits = await index.search(everyone, { vector: along(1), text: "deposit", limit: 10 });
      expect(hits[0]?.number).toBe(0);
      for (const { score } of hits) expect(score).toBeGreaterThanOrEqual(0);
      for (const { score } of hits) expect(score).toBeLessThanOrEqual(1);
    });

    test("never shows a passage of another workspace, even with the same ids and words", async () => {
      await add(aPassage());
      await index.replaceDocument(`${workspace}_b`, "doc_1", [aPassage({ text: "secret of b" })]);
      expect(await found({ text: "secret" }, indexScope(`${workspace}_c`, ["ws"]))).toEqual([]);
      expect(await found({ text: "secret" })).toEqual(["doc_1#0"]);
      await index.removeDocument(`${workspace}_b`, "doc_1");
      expect(await index.count(everyone)).toBe(1);
    });

    test("shows a passage only to principals that it names, by words and by meaning", async () => {
      await add(aPassage({ access: ["usr_1", "grp_2"], text: "the merger" }));
      const asked = { vector: along(0), text: "merger" };
      expect(await found(asked, indexScope(workspace, ["ws", "usr_2"]))).toEqual([]);
      expect(await found(asked, indexScope(workspace, []))).toEqual([]);
      expect(await found(asked, indexScope(workspace, ["grp_2", "usr_1"]))).toEqual(["doc_1#0"]);
      expect(await index.count(indexScope(workspace, ["ws"]))).toBe(0);
    });

    test("fills the page from what may be seen when the nearest may not", async () => {
      for (let hidden = 0; hidden < 150; hidden++)
        await add(aPassage({ documentId: `doc_h${hidden}`, access: ["usr_9"], text: "lease" }));
      await add(aPassage({ documentId: "doc_seen", vector: along(6), text: "lease" }));
      expect(await found({ text: "lease", limit: 5 })).toEqual(["doc_seen#0"]);
    });

    test("forgets passages that a new version no longer has, and may be told twice", async () => {
      const shorter = [aPassage({ text: "annex" })];
      await add(aPassage({ number: 0 }), aPassage({ number: 1, text: "obsolete clause" }));
      await add(...shorter);
      await add(...shorter);
      expect(await index.count(everyone)).toBe(1);
      expect(await found({ text: "obsolete" })).toEqual(["doc_1#0"]);
      expect(
        (await index.search(everyone, { vector: along(0), text: "obsolete", limit: 1 }))[0]?.why
          .lexical,
      ).toBeNull();
    });

    test("empties a document that is replaced by nothing, and removes one for good", async () => {
      await add(aPassage());
      await index.replaceDocument(workspace, "doc_1", []);
      expect(await index.count(everyone)).toBe(0);
      await add(aPassage());
      await index.removeDocument(workspace, "doc_1");
      await index.removeDocument(workspace, "doc_1");
      expect(await found({ text: "rent" })).toEqual([]);
    });

    test("says that it answers", async () => {
      await index.ping();
    });

    test("obeys new access at once", async () => {
      await add(aPassage(), aPassage({ number: 1 }));
      await index.updatePayload(workspace, "doc_1", { access: ["prj_1"] });
      expect(await found({ text: "rent" })).toEqual([]);
      expect(await found({ text: "rent" }, indexScope(workspace, ["prj_1"]))).toHaveLength(2);
    });

    test("leaves what a patch does not name as it was", async () => {
      await add(aPassage({ projectIds: ["prj_1"], type: "contract" }));
      await index.updatePayload(workspace, "doc_1", { status: "needs_review", type: null });
      const filter = { projectId: "prj_1", status: "needs_review", language: "en" };
      expect(await index.count(everyone, filter)).toBe(1);
      expect(await index.count(everyone, { type: "contract" })).toBe(0);
    });

    test.each([
      ["project", { projectId: "prj_2" }],
      ["document", { documentIds: ["doc_2", "doc_9"] }],
      ["type", { type: "invoice" }],
      ["language", { language: "de" }],
      ["status", { status: "needs_review" }],
      ["first day", { from: "2026-05-01" }],
      ["several at once", { type: "invoice", language: "de", from: "2026-05-01" }],
    ])("narrows both legs by %s", async (_, filter) => {
      await add(aPassage({ projectIds: ["prj_1"], text: "sum due" }));
      await add(
        aPassage({
          documentId: "doc_2",
          projectIds: ["prj_1", "prj_2"],
          type: "invoice",
          language: "de",
          status: "needs_review",
          createdAt: "2026-05-01T00:00:00.000Z",
          text: "sum due",
        }),
      );
      expect(await found({ text: "sum", filter })).toEqual(["doc_2#0"]);
      expect(await index.count(everyone, filter)).toBe(1);
    });

    test("takes both ends of a stretch of time in, in any zone", async () => {
      await add(aPassage({ createdAt: "2026-03-01T10:00:00.000Z" }));
      const ends = { from: "2026-03-01T11:00:00+01:00", to: "2026-03-01T10:00:00Z" };
      expect(await index.count(everyone, ends)).toBe(1);
      expect(await index.count(everyone, { to: "2026-03-01T09:59:59Z" })).toBe(0);
    });

    test.each([
      '"',
      "'",
      "* OR NEAR(",
      "text:rent",
      "rent AND NOT",
      "-rent^2",
      "{a b}:c",
      "\u0000rent",
      "(((",
      "🙂🙂",
      "rent ".repeat(5_000),
      "a'; DROP TABLE passages; --",
    ])("searches for %.20s without breaking", async (text) => {
      await add(aPassage());
      expect(await found({ text })).toEqual(["doc_1#0"]);
    });

    test("gives no more than the limit, and nothing from an empty index", async () => {
      expect(await found({ text: "rent" })).toEqual([]);
      await add(...Array.from({ length: 30 }, (_, number) => aPassage({ number })));
      expect(await found({ text: "rent", limit: 7 })).toHaveLength(7);
    });

    test("refuses a vector of another model, and keeps what was there", async () => {
      await add(aPassage());
      await expect(add(aPassage({ vector: new Float32Array(3) }))).rejects.toThrow(/8/);
      expect(await index.count(everyone)).toBe(1);
    });

    test("tells what it holds of a document, whoever may see it, and of no other", async () => {
      await add(
        aPassage({ access: ["usr_1", "all"], projectIds: ["prj_1"] }),
        aPassage({ number: 1 }),
      );
      await add(aPassage({ documentId: "doc_2" }));
      await index.replaceDocument(`${workspace}_b`, "doc_9", [aPassage({ documentId: "doc_9" })]);
      const described = await index.describe(workspace, ["doc_1", "doc_9", "doc_unknown"]);
      expect(described).toMatchObject([{ documentId: "doc_1", passages: 2 }]);
      expect(described[0]?.payloads).toHaveLength(2);
      expect(described[0]?.payloads).toContainEqual({
        projectIds: ["prj_1"],
        access: expect.arrayContaining(["usr_1", "all"]),
        type: "contract",
        status: "ready",
        language: "en",
        createdAt: "2026-03-01T10:00:00.000Z",
      });
      expect(await index.listDocumentIds(workspace)).toEqual(["doc_1", "doc_2"]);
      expect(await index.listWorkspaceIds()).toEqual(
        expect.arrayContaining([workspace, `${workspace}_b`]),
      );
    });

    test("says what it holds", async () => {
      const before = await index.stats();
      const [first, second] = [`${workspace}_doc_1`, `${workspace}_doc_2`];
      await add(aPassage({ documentId: first }), aPassage({ documentId: first, number: 1 }));
      await add(aPassage({ documentId: second }));
      expect(await index.stats()).toMatchObject({
        passages: before.passages + 3,
        documents: before.documents + 2,
        model: "test-model",
      });
    });
  });
}
