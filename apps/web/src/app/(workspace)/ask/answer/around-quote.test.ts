import { expect, test } from "vitest";

import { aroundQuote } from "./around-quote";

test("it shows the words around a quote on its page, cut between words", () => {
  const filler = "The house rules apply. ".repeat(20);
  const text = `${filler}The rent is due on Monday. ${filler}`;
  const from = 500 + filler.length;
  const { before, after } = aroundQuote({ text, span: [500, 500 + text.length] }, [
    from,
    from + 26,
  ]);

  expect(before).toMatch(/^…\S.*apply\. $/);
  expect(after).toMatch(/^ The house .*\S…$/);
});

test("it adds nothing where the page begins and ends", () => {
  const page: { text: string; span: [number, number] } = { text: "A rent. B", span: [10, 19] };
  expect(aroundQuote(page, [12, 17])).toEqual({ before: "A ", after: " B" });
});
