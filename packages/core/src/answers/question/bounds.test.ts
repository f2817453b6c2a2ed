import { expect, test } from "vitest";
import { understand } from "./understand";

const read = (question: string) => understand(question, { now: new Date("2026-11-29") });

test.each([
  ["Which contracts end before 2026?", "0001-01-01", "2026-01-01"],
  ["Which contracts end after March 2026?", "2026-04-01", "9999-12-31"],
  ["Welche Rechnungen seit Januar 2026 haben wir?", "2026-01-01", "9999-12-31"],
  ["Liste des factures avant 2025", "0001-01-01", "2025-01-01"],
  ["Which invoices are overdue?", "0001-01-01", "2026-11-29"],
  ["Which invoices came in 2025?", "2025-01-01", "2026-01-01"],
])("%s", (question, from, to) => expect(read(question).days).toMatchObject({ from, to }));

test.each([
  ["Which invoices are over €5,000?", 5000, Number.POSITIVE_INFINITY],
  ["Welche Rechnungen über 1.500,50 Euro haben wir?", 1500.5, Number.POSITIVE_INFINITY],
  ["Liste des factures de moins de 300 euros", Number.NEGATIVE_INFINITY, 300],
  ["¿Cuántas facturas de más de 5 mil euros tenemos?", 5000, Number.POSITIVE_INFINITY],
  ["How many invoices are above 10k?", 10_000, Number.POSITIVE_INFINITY],
])("%s", (question, from, to) => expect(read(question).sums).toMatchObject({ from, to }));

test("a year is no sum", () => {
  expect(read("Which invoices are over 2025?").sums).toBeNull();
});

test.each([
  ["Do we have a contract with Acme?", "list"],
  ["Gibt es einen Vertrag mit Acme?", "list"],
  ["What invoices do we have from Acme?", "list"],
  ["What is in the invoice from Acme?", "fact"],
])("%s asks for a %s", (question, form) => expect(read(question).form).toBe(form));
