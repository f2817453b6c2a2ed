import { expect, test } from "vitest";
import { isBlank } from "./is-blank";

test.each(["[***]", "$[*] per unit", "____", "[●]", "[redacted]", "[ ]", "█████"])(
  "%s is blank",
  (value) => expect(isBlank(value)).toBe(true),
);
test.each(["EUR 12.50", "Acme [Holding] Ltd", "a_b", "5 * 3", "Visa ****1234", "A__7"])(
  "%s is not",
  (value) => expect(isBlank(value)).toBe(false),
);
