import { describe, expect, test } from "vitest";

import { isFurniture } from "./furniture";

describe("isFurniture", () => {
  test.each([
    "GOVERNING LAW",
    "12.3 Governing Law",
    "By: ______________",
    "Name:",
    "Choice of Law.",
    "Choice of Law; Dispute Resolution.",
    "The beginning of the meeting:",
    "Quantity Unit Price Total",
    "***",
  ])("%s answers nothing", (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  test.each([
    "Total amount due: EUR 900",
    "The rent is due on the third.",
    "Name: Anna Berg",
    "laws of Delaware apply to this agreement",
    "Due date 3 May 2024",
    "Anna Berg signed it.",
  ])("%s may answer", (text) => {
    expect(isFurniture(text)).toBe(false);
  });
});
