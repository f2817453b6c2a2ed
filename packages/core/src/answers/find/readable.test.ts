import { expect, test } from "vitest";
import { readable } from "./readable";

test.each([
  [
    "AcmeWidgetsInc 20180406 8-K EX-10.1 11135398 EX-10.1 Sponsorship Agreement",
    "Acme Widgets Inc Sponsorship Agreement",
  ],
  ["AcmeInc 20180406 8-K EX-10.1 License Agreement2", "Acme Inc License Agreement 2"],
  ["Invoice Brandt EB-1188", "Invoice Brandt EB-1188"],
  ["Minutes 2026-01-12", "Minutes 2026-01-12"],
  ["993548900 12 7 4", "993548900 12 7 4"],
])("%s is written as %s", (title, written) => expect(readable(title)).toBe(written));
