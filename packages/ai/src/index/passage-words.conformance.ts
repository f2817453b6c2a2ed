import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { indexScope } from "./index-scope";
import type { PassageIndex } from "./passage-index";
import { along, aPassage, DIMENSIONS } from "./test-passages";

/** Tests what every adapter does with words: scripts, forms, conditions, rarity, suggestions and facets. */
export function conformsInWords(
  name: string,
  open: (about: { dimensions: number; model: string }) => Promise<PassageIndex>,
): void {
  describe(`${name}, words`, () => {
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
  });
}
