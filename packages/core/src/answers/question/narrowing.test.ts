import { expect, test } from "vitest";
import { understand } from "./understand";

const read = (question: string) => understand(question, { now: new Date("2026-11-29") });

test.each([
  ["List the invoices in US dollars with their totals", "USD"],
  ["Alle Rechnungen in Schweizer Franken", "CHF"],
  ["Liste des factures en euros", "EUR"],
  ["Lista de facturas en dólares", "USD"],
  ["List all invoices in GBP", "GBP"],
])("%s names a currency", (question, code) =>
  expect(read(question).currency).toMatchObject({ code }),
);

test.each([
  ["List the German contracts", "de"],
  ["Welche Verträge auf Französisch haben wir?", "fr"],
  ["Liste des contrats allemands", "de"],
  ["Which contracts in Spanish do we have?", "es"],
])("%s names a language", (question, code) =>
  expect(read(question).inLanguage).toMatchObject({ code }),
);

test.each(["Which contracts are governed by German law?", "List all invoices of Dollar General"])(
  "%s names no language",
  (question) => expect(read(question).inLanguage).toBeNull(),
);
