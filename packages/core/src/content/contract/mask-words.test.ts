import { expect, test } from "vitest";
import { maskedText, maskingOf } from "./mask-words";

test("a name is masked in any case and over a line's end, and every place stays", () => {
  const masking = maskingOf(["Mary Shelley", "mary@shelley.example"]);
  const text = "MARY\n  Shelley (mary@shelley.example.) met Mary Poppins and Percy Shelley.";
  const masked = maskedText(text, masking);
  expect(masked).toBe(`████\n  ███████ (${"█".repeat(20)}.) met Mary Poppins and Percy Shelley.`);
  expect(masked).toHaveLength(text.length);
  expect(JSON.stringify(masking)).not.toMatch(/mary|shelley/i);
});

test("a name within a longer word is no name", () => {
  expect(maskedText("Maryam Shelleys", maskingOf(["Mary", "Shelley"]))).toBe("Maryam Shelleys");
});
