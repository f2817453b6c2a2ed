import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { indexScope } from "./index-scope";
import type { IndexedPassage, PassageIndex } from "./passage-index";

const DIMENSIONS = 8;

/** A vector that points mostly along one axis. */
function along(axis: number, aside = 0): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[axis] = 1;
  vector[(axis + 1) % DIMENSIONS] = aside;
  return vector;
}

type Given = Partial<IndexedPassage["payload"]> & Partial<Omit<IndexedPassage, "payload">>;

function aPassage({ documentId = "doc_1", number = 0, vector, text, ...payload }: Given = {}) {
  return {
    documentId,
    number,
    vector: vector ?? along(0),
    text: text ?? "The tenant pays the rent in advance.",
    payload: {
      projectIds: [],
      access: ["ws"],
      type: "contract",
      status: "ready",
      language: "en",
      createdAt: "2026-03-01T10:00:00.000Z",
      page: 1,
      ...payload,
    },
  };
}

/** Tests the behaviour that every adapter of the passage index must have. */
export function conformsToPassageIndex(
  name: string,
  open: (about: { dimensions: number; model: string }) => Promise<PassageIndex>,
): void {
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

    test.each([
      ["accents", "Café Zürich", "zurich cafe", "fr"],
      ["Chinese", "本合同金额为人民币五万元", "合同金额是多少", "zh"],
      ["two neighbouring Chinese characters", "本合同金额为人民币五万元", "同金", "zh"],
      ["one Chinese character", "本合同金额为人民币五万元", "额", "zh"],
      ["Japanese", "請求書番号は九十二です", "請求書番号", "ja"],
      ["Thai", "สัญญาเช่าฉบับนี้", "เช่า", "th"],
      ["Korean with a particle", "계약서를 해지합니다", "계약서", "ko"],
      ["Hindi", "वह दिन", "दिन", "hi"],
      ["Bengali", "চুক্তি শেষ", "চুক্তি", "bn"],
      ["Tamil", "ஒப்பந்தம் முடிந்தது", "ஒப்பந்தம்", "ta"],
      ["vocalised Arabic by plain letters", "كِتَابُ العَقْدِ", "كتاب", "ar"],
      ["plain Arabic by vocalised letters", "كتاب العقد", "كِتَاب", "ar"],
      ["vocalised Hebrew by plain letters", "הַסְכֵּם", "הסכם", "he"],
      ["Cyrillic", "Договор аренды", "договор", "ru"],
      ["another case in Russian", "Стороны заключили договоры", "договоров", "ru"],
      ["another number in German", "Die Wohnungen sind frei", "Wohnung", "de"],
      ["another number in Spanish", "Los arrendatarios pagan", "arrendatario", "es"],
      ["another form in French", "Le contrat a été résilié", "résiliation", "fr"],
      ["an identifier", "Invoice INV-0024 of May", "INV-0024", "en"],
      ["an identifier without its hyphen", "Invoice INV-0024 of May", "inv0024", "en"],
      ["a part of an identifier", "Invoice INV-0024 of May", "0024", "en"],
      ["a decimal", "A rate of 60.5 percent", "60.5", "en"],
      ["an address", "Write to lea@acme.example", "lea@acme.example", "en"],
      ["a part of an address", "Write to lea@acme.example", "acme", "en"],
      ["R&D", "The budget of R&D rises", "R&D", "en"],
      ["C++", "Written in C++ by hand", "C++", "en"],
    ])("finds %s", async (_, text, question, language) => {
      await add(
        aPassage({ vector: along(4), text, language }),
        aPassage({ number: 1, vector: along(4), text: "filler दान", language }),
      );
      const [first] = await index.search(everyone, { vector: along(0), text: question, limit: 2 });
      expect(first).toMatchObject({ number: 0, why: { lexical: expect.any(Number) } });
    });

    test("tells words apart that differ in a vowel sign", async () => {
      await add(aPassage({ text: "दान", language: "hi" }));
      const [first] = await index.search(everyone, { vector: along(0), text: "दिन", limit: 1 });
      expect(first?.why.lexical).toBeNull();
    });

    test.each([
      ["a phrase in any inflection", { phrases: ["60 days written notice"] }, [0]],
      ["a phrase of one word", { phrases: ["notices"] }, [0, 1]],
      ["two phrases in one passage", { phrases: ["written notice", "by post"] }, [0]],
      ["no passage with the words in another order", { phrases: ["notice written"] }, [1]],
      ["no passage with an unwanted word", { without: ["posts"] }, [1, 2]],
      ["no passage with an unwanted phrase", { without: ["written notice"] }, [1, 2]],
      ["all where a phrase has no words", { phrases: ["?!"] }, [0, 1, 2]],
      ["none where wanted is unwanted", { phrases: ["notice"], without: ["notice"] }, []],
    ])("finds by conditions on words: %s", async (_, conditions, expected) => {
      await add(
        aPassage({ text: "Upon sixty (60) or 60 days' written notices, by post." }),
        aPassage({ number: 1, text: "A notice, written in 60 days." }),
        aPassage({ number: 2, text: "Nothing of the kind." }),
      );
      const hits = await index.search(everyone, {
        vector: along(0),
        text: "rent",
        limit: 10,
        ...conditions,
      });
      expect(hits.map(({ number }) => number).sort()).toEqual(expected);
    });

    test("keeps conditions on words in scripts without spaces", async () => {
      await add(
        aPassage({ text: "合同金额为五万元", language: "zh" }),
        aPassage({ number: 1, text: "金额合同", language: "zh" }),
      );
      expect(await found({ phrases: ["合同金额"] })).toEqual(["doc_1#0"]);
    });

    test("ranks by words alike, whatever there is that the scope may not see", async () => {
      const texts = ["rent deposit", "deposit keys", "keys rent rent", "boiler rent"];
      const query = { vector: along(0), text: "rent deposit keys", limit: 10 };
      await add(...texts.map((text, number) => aPassage({ number, text })));
      const before = await index.search(everyone, query);
      const secret = Array.from({ length: 40 }, (_, number) =>
        aPassage({ documentId: "doc_2", number, access: ["usr_1"], text: "deposit deposit" }),
      );
      await add(...secret);
      await index.replaceDocument(`${workspace}_b`, "doc_3", secret);
      expect(await index.search(everyone, query)).toEqual(before);
    });

    test("knows words in any inflection, and suggests visible words of nearly the same spelling", async () => {
      await add(aPassage({ text: "The governing law of the lease." }));
      expect(await index.nearTerms(everyone, ["governs", "goverming", "laese", "zxqv"])).toEqual([
        { word: "governs", isKnown: true, near: [] },
        { word: "goverming", isKnown: false, near: ["governing"] },
        { word: "laese", isKnown: false, near: ["lease"] },
        { word: "zxqv", isKnown: false, near: [] },
      ]);
    });

    test("suggests no word of an invisible passage, even if another form of it is visible", async () => {
      await add(aPassage({ text: "One merger." }));
      await add(aPassage({ documentId: "doc_2", access: ["usr_1"], text: "Acquisition mergers." }));
      await index.replaceDocument(`${workspace}_b`, "doc_3", [aPassage({ text: "meagre" })]);
      expect(await index.nearTerms(everyone, ["acquisitoin", "mergrs"])).toEqual([
        { word: "acquisitoin", isKnown: false, near: [] },
        { word: "mergrs", isKnown: false, near: ["merger"] },
      ]);
      const [seen] = await index.nearTerms(indexScope(workspace, ["usr_1"]), ["acquisitoin"]);
      expect(seen?.near).toEqual(["acquisition"]);
    });

    test("counts documents for each value of a facet, within scope, filter and words", async () => {
      const shared = { projectIds: ["prj_1", "prj_2"], text: "the rent" };
      await add(aPassage(shared), aPassage({ ...shared, number: 1, text: "the keys" }));
      await add(aPassage({ documentId: "doc_2", type: "invoice", language: "de" }));
      await add(aPassage({ documentId: "doc_3", type: null, status: "needs_review" }));
      await add(aPassage({ documentId: "doc_4", access: ["usr_1"] }));
      const keys = ["type", "project", "language", "status"] as const;
      expect(await index.facets(everyone, { keys })).toEqual({
        type: [
          { value: "contract", documents: 1 },
          { value: "invoice", documents: 1 },
        ],
        project: [
          { value: "prj_1", documents: 1 },
          { value: "prj_2", documents: 1 },
        ],
        language: [
          { value: "en", documents: 2 },
          { value: "de", documents: 1 },
        ],
        status: [
          { value: "ready", documents: 2 },
          { value: "needs_review", documents: 1 },
        ],
      });
      const narrowed = { keys: ["type"] as const, filter: { projectId: "prj_1" } };
      const one = { type: [{ value: "contract", documents: 1 }] };
      expect(await index.facets(everyone, narrowed)).toEqual(one);
      expect(await index.facets(everyone, { keys: ["type"], text: "keys" })).toEqual(one);
      expect(await index.facets(everyone, { keys: ["type"], phrases: ["the keys"] })).toEqual(one);
      expect(await index.facets(everyone, { keys: ["type"], text: "zeppelin" })).toEqual({
        type: [],
      });
      expect(await index.facets(indexScope(workspace, []), { keys: ["type"] })).toEqual({
        type: [],
      });
    });

    test("makes words again and keeps vectors", async () => {
      await add(aPassage({ text: "old words", vector: along(3) }), aPassage({ number: 1 }));
      await index.replaceWords(workspace, "doc_1", [
        { number: 0, text: "new sayings" },
        { number: 7, text: "none" },
      ]);
      const search = (text: string) =>
        index.search(everyone, { vector: along(3), text, limit: 1 }).then(([hit]) => hit?.why);
      expect(await search("saying")).toMatchObject({ dense: 1, lexical: expect.any(Number) });
      expect(await search("old")).toMatchObject({ dense: 1, lexical: null });
      expect(await search("rent")).toMatchObject({ lexical: null });
      const kept = await index.search(everyone, { vector: along(0), text: "rent", limit: 1 });
      expect(kept).toMatchObject([{ number: 1, why: { lexical: expect.any(Number) } }]);
      expect(await index.describe(workspace, ["doc_1"])).toMatchObject([{ isOutdated: false }]);
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
