import { expect, test } from "vitest";
import { isNamedPart } from "./named-parts";

test.each([
  "Article 3",
  "CHAPTER IV",
  "Annex A: Prices",
  "Kapitel 2 – Miete",
  "Chapitre III. Du bail",
  "Capítulo 4",
  "Глава 2. Аренда",
  "第三章 租赁",
  "第12条",
  "제3조 임대료",
])("%s names a part", (line) => {
  expect(isNamedPart(line)).toBe(true);
});

test.each([
  "Article 3 is repealed by law",
  "Section 4,",
  "Part of the rent",
  "Articles of faith",
  "Titre de transport",
  "第三章的规定适用。",
])("%s does not", (line) => {
  expect(isNamedPart(line)).toBe(false);
});
