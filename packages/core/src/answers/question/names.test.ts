import { expect, test } from "vitest";
import { namesIn } from "./names";
import { understand } from "./understand";

const names = (question: string) =>
  namesIn(question, understand(question, { now: new Date("2026-11-29") }));

test.each([
  ["What is the renewal term of the lease with Nordlicht?", ["nordlicht"]],
  ["Who signed for Acme Widgets?", ["acme", "widgets"]],
  ["How many vacation days does Marissa Mayer have?", ["marissa", "mayer"]],
  ["Wieviel Urlaub hat Frau Dr. Müller?", ["muller"]],
  ["Quel est le salaire de Jean Dupont ?", ["jean", "dupont"]],
])("%s names %j", (question, found) => expect(names(question)).toEqual(found));

test.each([
  "What is the VAT of the invoice?",
  "Which invoices came in March 2026?",
  "What Is The Development Fee Of The Contract?",
  "Welche Kündigungsfrist steht im Mietvertrag?",
  "Is the contract in German?",
])("%s names nobody", (question) => expect(names(question)).toEqual([]));
