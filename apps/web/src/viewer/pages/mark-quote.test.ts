// @vitest-environment happy-dom
import { expect, test } from "vitest";

import { markDetails, markQuote, quotesIn } from "./mark-quote";

const text = "Rent is due. The rent is 4,100.\n\nOther rent.";
const blocks = [
  { id: "b1", span: [0, 31] },
  { id: "b2", span: [33, 44] },
];

function page(): HTMLElement {
  const body = document.createElement("article");
  body.innerHTML = `<p id="b1">Rent is due. The rent <b>is</b> 4,100.</p><p id="b2">Other rent.</p>`;
  document.body.replaceChildren(body);
  Element.prototype.scrollIntoView = () => {};
  return body;
}

test("marks the words at the place, not the same words before it", () => {
  const body = page();
  const second = text.indexOf("is 4,100");
  const parts = quotesIn(blocks, text, [second, second + 2]);
  expect(parts).toEqual([{ block: "b1", quote: "is", nth: 1, span: [second, second + 2] }]);

  const unmark = markQuote(body, parts);
  expect(body.querySelector("mark")?.parentElement?.tagName).toBe("B");
  unmark();
  expect(body.querySelector("mark")).toBeNull();
});

test("marks every place of words that were found, in each block", () => {
  const body = page();
  const hits = [...text.matchAll(/rent/gi)].map(({ index }): [number, number] => [
    index,
    index + 4,
  ]);
  markDetails(
    body,
    hits.flatMap((hit) => quotesIn(blocks, text, hit)),
    "hit",
  );
  expect([...body.querySelectorAll("mark[data-hit]")].map((mark) => mark.textContent)).toEqual([
    "Rent",
    "rent",
    "rent",
  ]);
});

test("marks the words of a sheet in their cells, and a date that is shown in its own form as a whole", () => {
  const body = page();
  body.innerHTML = `<table><tr><td data-block="b1" data-start="0" data-end="4">Rent</td>
    <td data-block="b1" data-start="5" data-end="15" data-shown>5. Januar</td></tr></table>`;
  const sheet = "Rent\t2026-01-05";
  const unmark = markQuote(body, quotesIn([{ id: "b1", span: [0, 15] }], sheet, [1, 9]));
  expect([...body.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
    "ent",
    "5. Januar",
  ]);
  unmark();
  expect(body.querySelector("mark")).toBeNull();
});
