import { checkText } from "@besunny/rules/check";
import { evaluate } from "@besunny/rules/evaluate";
import { catalogueOf } from "@besunny/rules/fields";
import type { RuleRecord } from "@besunny/rules/record";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { Engine } from "json-rules-engine";

import type { Report } from "../report";

const catalogue = catalogueOf({
  facts: [
    { name: "total", kind: "money" },
    { name: "supplier", kind: "text" },
  ],
});
const text = 'doc.type == "invoice" && facts.total.amount > 5000.0 && doc.pages <= 10.0';
const logic: RulesLogic = {
  and: [
    { "==": [{ var: "doc.type" }, "invoice"] },
    { ">": [{ var: "facts.total.amount" }, 5000] },
    { "<=": [{ var: "doc.pages" }, 10] },
  ],
};
const ROUNDS = 200_000;
const FEWER = 5_000;

/** Records of which a third fulfils the condition, and some lack a value. */
function records(): RuleRecord[] {
  const now = new Date("2026-01-31T00:00:00Z");
  return Array.from({ length: 300 }, (_, at) => ({
    doc: { id: `doc_${at}`, type: at % 3 === 0 ? "letter" : "invoice", pages: at % 14 },
    facts: at % 7 === 0 ? {} : { total: { amount: at * 40, currency: "EUR" } },
    fields: {},
    source: {},
    meeting: {},
    actor: {},
    now,
  }));
}

function perSecond(rounds: number, work: (at: number) => unknown): number {
  for (let at = 0; at < rounds / 10; at += 1) work(at);
  const began = performance.now();
  for (let at = 0; at < rounds; at += 1) work(at);
  return Math.round((rounds / (performance.now() - began)) * 1000);
}

/** Evaluates one condition of three comparisons on 300 records: ours, checked for types before, beside two engines for rules in JSON. */
export async function rules(): Promise<Report> {
  const all = records();
  const { program, problems } = checkText(text, catalogue);
  if (!program) throw new Error(problems[0]?.message);
  const of = (at: number) => all[at % all.length] ?? all[0];
  const truths = all.map((record) => evaluate(program, record) === "yes");
  const theirs = all.map((record) => jsonLogic.apply(logic, record) === true);

  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({
    conditions: {
      all: [
        { fact: "doc", path: "$.type", operator: "equal", value: "invoice" },
        { fact: "facts", path: "$.total.amount", operator: "greaterThan", value: 5000 },
        { fact: "doc", path: "$.pages", operator: "lessThanInclusive", value: 10 },
      ],
    },
    event: { type: "yes" },
  });
  const engines: boolean[] = [];
  for (const record of all) engines.push((await engine.run({ ...record })).events.length > 0);
  const began = performance.now();
  for (let at = 0; at < FEWER; at += 1) await engine.run({ ...of(at) });
  const enginePerSecond = Math.round((FEWER / (performance.now() - began)) * 1000);

  const ours = perSecond(ROUNDS, (at) => {
    const record = of(at);
    return record && evaluate(program, record);
  });
  const logicPerSecond = perSecond(ROUNDS, (at) => jsonLogic.apply(logic, of(at)));
  return {
    conditionsPerSecond: ours,
    "json-logic-js": logicPerSecond,
    "json-rules-engine": enginePerSecond,
    sameAsJsonLogic: truths.filter((truth, at) => truth === theirs[at]).length / all.length,
    sameAsJsonRulesEngine: truths.filter((truth, at) => truth === engines[at]).length / all.length,
  };
}
