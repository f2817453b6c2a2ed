import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkText } from "./check";
import { checkDefinition } from "./check-definition";
import { checkRows } from "./check-rows";
import { compileRows, readRows } from "./compile";
import type { ConditionGroup, ConditionRow } from "./conditions";
import { Definition } from "./definition";
import { diffOf } from "./diff";
import { evaluate, explain, prepare } from "./evaluate";
import { catalogueOf } from "./fields";
import type { RuleRecord } from "./record";
import { sentenceOf } from "./sentence";
import { checkTemplate, render } from "./template";
import { de } from "./words/de";
import { en } from "./words/en";

const catalogue = catalogueOf({
  facts: [
    { name: "total", kind: "money" },
    { name: "due date", kind: "date" },
    { name: "supplier", kind: "text" },
  ],
  own: [{ key: "cost-centre", label: "Cost centre", kind: "text" }],
});
const now = new Date("2026-03-01T10:00:00Z");
const record: RuleRecord = {
  doc: { id: "doc_1", type: "invoice", title: "Invoice 7", tags: ["paid"], pages: 3 },
  facts: {
    total: { amount: 6200, currency: "EUR", text: "EUR 6,200.00", confidence: 0.9 },
    due_date: { date: new Date("2026-03-15T00:00:00Z"), text: "15 March" },
  },
  fields: {},
  source: {},
  meeting: {},
  actor: {},
  now,
};
const truth = (cel: string, of: RuleRecord = record) => {
  const { program, problems } = checkText(cel, catalogue);
  expect(problems).toEqual([]);
  return program && evaluate(program, of);
};
const problemOf = (cel: string) => checkText(cel, catalogue).problems[0];

describe("a condition as text", () => {
  test("is true, false, or unknown where a value that decides is missing", () => {
    expect(truth('doc.type == "invoice" && facts.total.amount > 5000')).toBe("yes");
    expect(truth("facts.total.amount > 6200.0")).toBe("no");
    expect(truth('facts.supplier.text == "Acme"')).toBe("unknown");
    expect(truth('facts.supplier.text == "Acme" && doc.type == "letter"')).toBe("no");
    expect(truth('facts.supplier.text == "Acme" || doc.type == "invoice"')).toBe("yes");
    expect(truth('!(facts.supplier.text == "Acme")')).toBe("unknown");
    expect(truth("has(facts.supplier.text)")).toBe("no");
    expect(truth("daysUntil(facts.due_date.date) == 14")).toBe("yes");
    expect(truth('facts.due_date.date == day("2026-03-15")')).toBe("yes");
    expect(truth('doc.tags.exists(tag, tag.begins("PA"))')).toBe("yes");
    expect(truth('doc.title.like("(?i)invoice \\\\d+")')).toBe("yes");
    expect(truth("size(doc.tags) / 2 == 0 && doc.pages / 2.0 == 1.5")).toBe("yes");
    expect(truth("facts.total.amount / 0.0 > 1.0")).toBe("unknown");
  });

  test("is marked where it is wrong, and told what may be meant", () => {
    expect(problemOf("facts.total.amont > 5")).toMatchObject({
      code: "unknown-field",
      start: 12,
      end: 17,
      near: "facts.total.amount",
    });
    expect(problemOf("dco.type == 'x'")).toMatchObject({ code: "unknown-name", start: 0, end: 3 });
    expect(problemOf('doc.pages == "x"')).toMatchObject({ code: "type" });
    expect(problemOf("doc.pages >")).toMatchObject({ code: "syntax", start: 11 });
    expect(problemOf("doc.pages")).toMatchObject({ code: "not-a-condition" });
    expect(problemOf('doc.title.matches("^(a+)+$")')).toMatchObject({ code: "matches" });
    expect(problemOf('doc.title.like("(")')).toMatchObject({ code: "pattern" });
    expect(problemOf("doc.title.like(doc.type)")).toMatchObject({ code: "pattern" });
    expect(problemOf('doc.datedOn == day("2026-02-30")')).toMatchObject({ code: "day" });
    expect(problemOf('doc.datedOn == timestamp("2026-02-30T00:00:00Z")')).toMatchObject({
      code: "function",
    });
    expect(problemOf('doc.constructor == "x"')).toMatchObject({ code: "unknown-field" });
    expect(
      problemOf(Array.from({ length: 200 }, () => "doc.pages > 1").join(" && ")),
    ).toMatchObject({ code: "too-complex" });
    const loops = "doc.tags.exists(a, doc.tags.exists(b, doc.tags.exists(c, a == b && b == c)))";
    expect(problemOf(loops)).toMatchObject({ code: "loop" });
  });

  test("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const { program, problems } = checkText(text, catalogue);
        expect(program === null).toBe(problems.length > 0);
        if (program) evaluate(program, record);
      }),
      { numRuns: 500 },
    );
  });

  test("explains each comparison with the value that it saw", () => {
    const { program } = checkText(
      'doc.type == "invoice" && !(facts.supplier.text.holds("acme"))',
      catalogue,
    );
    expect(program && explain(program, record)).toEqual({
      truth: "unknown",
      lines: [
        {
          text: 'doc.type == "invoice"',
          start: 0,
          end: 21,
          truth: "yes",
          seen: [{ path: "doc.type", value: "invoice" }],
        },
        {
          text: 'facts.supplier.text.holds("acme")',
          start: 27,
          end: 60,
          truth: "unknown",
          seen: [{ path: "facts.supplier.text", value: null }],
        },
      ],
    });
  });
});

const plain = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed());
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const amount = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const row: fc.Arbitrary<ConditionRow> = fc.oneof(
  fc.record({
    field: fc.constantFrom("doc.title", "facts.supplier.text", "fields.cost_centre"),
    is: fc.constantFrom("same", "notSame", "holds", "holdsNot", "begins", "ends"),
    value: plain,
  }),
  fc.record({
    field: fc.constant("doc.type"),
    is: fc.constantFrom("is", "isNot"),
    value: plain,
  }),
  fc.record({
    field: fc.constant("doc.type"),
    is: fc.constantFrom("isOneOf", "isNoneOf"),
    value: fc.array(plain, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    field: fc.constantFrom("doc.pages", "facts.total.amount"),
    is: fc.constantFrom("is", "isNot", "over", "atLeast", "under", "atMost"),
    value: amount,
  }),
  fc.tuple(amount, amount).map(
    ([a, b]): ConditionRow => ({
      field: "facts.total.amount",
      is: "between",
      value: a < b ? [a, b] : [b, a],
    }),
  ),
  fc.record({
    field: fc.constantFrom("facts.due_date.date", "doc.datedOn"),
    is: fc.constantFrom("on", "before", "after"),
    value: day,
  }),
  fc.record({
    field: fc.constant("facts.due_date.date"),
    is: fc.constantFrom("inNextDays", "inLastDays", "moreDaysAgo", "moreDaysAway"),
    value: fc.nat(400),
  }),
  fc.record({ field: fc.constant("doc.isAttachment"), is: fc.constantFrom("isYes", "isNo") }),
  fc.record({ field: fc.constant("doc.tags"), is: fc.constantFrom("has", "hasNot"), value: plain }),
  fc.record({
    field: fc.constant("doc.tags"),
    is: fc.constantFrom("hasAny", "hasNone"),
    value: fc.array(plain, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    field: fc.constantFrom("doc.tags", "doc.title"),
    is: fc.constantFrom("isKnown", "isUnknown"),
  }),
  fc.record({ field: fc.constant("doc.tags"), is: fc.constant("isEmpty") }),
);
const { group } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc.record({
    match: fc.constantFrom("all", "any", "none"),
    of: fc.array(fc.oneof({ maxDepth: 2, withCrossShrink: true }, row, tie("group")), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
}));

describe("a condition as rows", () => {
  test("is the same after it was written as text and read back", () => {
    fc.assert(
      fc.property(group, (rows) => {
        expect(checkRows(rows, catalogue)).toEqual([]);
        const text = compileRows(rows);
        const back = readRows(text, catalogue);
        if (!back) throw new Error(`Rows cannot say ${text}`);
        expect(readRows(compileRows(back), catalogue)).toEqual(back);
        const [one, other] = [prepare({ rows }, catalogue), prepare({ rows: back }, catalogue)];
        if (!one.program || !other.program)
          return expect(one.problems[0]?.code).toBe("too-complex");
        expect(evaluate(other.program, record)).toBe(evaluate(one.program, record));
      }),
      { numRuns: 300 },
    );
  });

  test("marks the row that is wrong", () => {
    const rows: ConditionGroup = {
      match: "all",
      of: [
        { field: "doc.typ", is: "is", value: "x" },
        { match: "any", of: [{ field: "doc.pages", is: "holds", value: "x" }] },
        { field: "doc.pages", is: "over", value: "ten" },
        { field: "doc.datedOn", is: "on", value: "2026-02-30" },
        { match: "none", of: [] },
      ],
    };
    expect(checkRows(rows, catalogue)).toMatchObject([
      { code: "unknown-field", path: ["of", 0, "field"], near: "doc.type" },
      { code: "comparison", path: ["of", 1, "of", 0, "is"] },
      { code: "value", path: ["of", 2, "value"] },
      { code: "day", path: ["of", 3, "value"] },
      { code: "empty", path: ["of", 4] },
    ]);
  });
});

const definition = Definition.parse({
  schema: 1,
  trigger: { kind: "document.ready" },
  when: {
    rows: {
      match: "all",
      of: [
        { field: "doc.type", is: "is", value: "invoice" },
        { field: "facts.total.amount", is: "over", value: 5000 },
      ],
    },
  },
  start: "ask",
  nodes: [
    {
      id: "ask",
      kind: "approval",
      question: "Pay {{ facts.total.text }}?",
      approvers: [{ kind: "person", userId: "usr_ana" }],
      yes: "file",
      no: null,
    },
    { id: "file", kind: "action", action: "add-tags", input: { tags: ["ok"] }, next: null },
  ],
});
const world = {
  catalogue,
  people: new Set(["usr_ana"]),
  projects: new Set<string>(),
  sources: new Set<string>(),
  checkInput: (action: string) => (action === "add-tags" ? [] : null),
};
const naming = {
  words: en,
  language: "en",
  catalogue,
  nameOf: (id: string) => (id === "usr_ana" ? "Ana" : id),
  doing: () => "add the tag ok",
};

describe("a definition", () => {
  test("without a mistake has none", () => {
    expect(checkDefinition(definition, world)).toEqual([]);
  });

  test("is refused with the place of each mistake", () => {
    const [ask, file] = definition.nodes;
    if (ask?.kind !== "approval" || file?.kind !== "action") throw new Error("Other nodes");
    const problems = checkDefinition(
      {
        ...definition,
        nodes: [
          { ...ask, approvers: [], question: "{{ facts.totl.text }}", no: "nowhere" },
          { ...file, action: "fly", next: "ask" },
          { id: "lost", kind: "stop", note: "" },
        ],
      },
      world,
    );
    expect(problems).toMatchObject([
      { code: "missing-node", path: ["nodes", 0, "no"] },
      { code: "no-approvers", path: ["nodes", 0, "approvers"] },
      { code: "unknown-field", path: ["nodes", 0, "question"], near: "facts.total.text" },
      { code: "unknown-action", path: ["nodes", 1, "action"] },
      { code: "cycle", path: ["nodes", 1, "next"] },
      { code: "unreached", path: ["nodes", 2] },
    ]);
    const gone = { ...ask, needed: 2, approvers: [{ kind: "person" as const, userId: "usr_x" }] };
    expect(checkDefinition({ ...definition, nodes: [gone, file] }, world)).toMatchObject([
      { code: "too-few-approvers" },
      { code: "gone", path: ["nodes", 0, "approvers", 0] },
    ]);
  });

  test("is a sentence in English and in German", () => {
    expect(sentenceOf(definition, naming)).toBe(
      "When a document is ready, if its type is invoice and the amount of total is over 5,000, ask Ana: “Pay {{ facts.total.text }}?”, if they agree, add the tag ok.",
    );
    expect(sentenceOf(definition, { ...naming, words: de, language: "de" })).toContain(
      "Wenn ein Dokument fertig ist, falls seine Art ist invoice und der Betrag von „total“ ist über 5.000",
    );
  });

  test("without steps says that nothing happens yet", () => {
    expect(sentenceOf({ ...definition, when: null, start: null, nodes: [] }, naming)).toBe(
      "When a document is ready, nothing happens yet.",
    );
  });

  test("says in words how it differs from the one before", () => {
    const [ask, file] = definition.nodes;
    if (!ask || !file) throw new Error("No nodes");
    expect(
      diffOf(definition, { ...definition, nodes: [{ ...ask, at: { x: 1, y: 1 } }, file] }, naming),
    ).toEqual([]);
    expect(
      diffOf(definition, { ...definition, when: null, start: "file", nodes: [file] }, naming),
    ).toEqual([
      "its condition is always true. Before: its type is invoice and the amount of total is over 5,000",
      expect.stringContaining("removed step: ask Ana"),
      "its steps follow each other differently",
    ]);
  });
});

describe("a template", () => {
  test("is filled from the record, and says which value is missing", () => {
    expect(render("{{ facts.total.text }} by {{ facts.due_date.date }}", record, "")).toEqual({
      text: "EUR 6,200.00 by 2026-03-15",
      missing: null,
    });
    expect(render("{{ facts.supplier.text }}", record, "")).toMatchObject({ text: null });
    expect(render("{{ facts.supplier.text | default: 'nobody' }}", record, "").text).toBe("nobody");
    expect(render("{{ doc.constructor.name }}", record, "")).toMatchObject({ text: null });
    expect(render("{% for i in (1..100000000) %}x{% endfor %}", record, "").text).toBeNull();
  });

  test("is refused where it names what is not there, or takes a part from elsewhere", () => {
    expect(checkTemplate("{{ doc.titel }}", catalogue, [])).toMatchObject([
      { code: "unknown-field", start: 3, near: "doc.title" },
    ]);
    expect(checkTemplate("{% include 'x' %}", catalogue, [])).toMatchObject([{ code: "template" }]);
    expect(checkTemplate("{{ doc.title", catalogue, [])).toMatchObject([{ code: "template" }]);
    expect(checkTemplate("{{ doc.title }} {{ doc.link }}", catalogue, [])).toEqual([]);
  });
});
