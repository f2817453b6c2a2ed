import { expect, test } from "vitest";
import { garbledShare } from "./garbled-share";

const clear =
  "The tenant pays the rent of 1,200.50 EUR to ACME GmbH (IBAN DE89370400440532013000) by the 3rd of each month, as agreed in §5 of the lease signed by Ms. O'Neill; see https://example.com/lease?id=5 for its well-known text.";

test("a text in words is not garbled", () => {
  expect(garbledShare(clear)).toBeLessThan(0.05);
});

test("letters moved along the alphabet are", () => {
  const moved = clear.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 3) % 26) + 97),
  );
  expect(garbledShare(moved)).toBeGreaterThan(0.3);
});

test("so are places of a font without a meaning", () => {
  const shifted = `${clear} ${clear}`.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 29),
  );
  expect(garbledShare(shifted)).toBeGreaterThan(0.3);
  expect(garbledShare("\ufffd\ufffd\ufffd ".repeat(30))).toBe(1);
});

test("so is Arabic whose lengthening strokes became letters", () => {
  const garbled =
    "الحكومة المصرية تضع صوو لخصوة فووا مجوخحت الصووحة واللعاوويل العمول ياووى تح يوق معوودحت نمووو قويوووة ومسووولدامة وووخماة فوووا الح وووخ ياوووى محوددات الأمون المصوري فوا ضووء";
  expect(garbledShare(garbled)).toBeGreaterThanOrEqual(0.5);
  const clear =
    "تضع الحكومة المصرية صوب أعينها خلال المرحلة المقبلة تكليف السيد رئيس الجمهورية لها بالعمل على تحقيق عدد من الأهداف على رأسها وضع ملف بناء الإنسان المصري على رأس قائمة الأولويات";
  expect(garbledShare(clear)).toBe(0);
});

test("other scripts and a few words are not judged", () => {
  expect(garbledShare("договор аренды квартиры ".repeat(20))).toBe(0);
  expect(garbledShare("xkcd brrr pst")).toBe(0);
});
