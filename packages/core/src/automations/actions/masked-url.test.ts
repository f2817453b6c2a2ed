import { expect, test } from "vitest";

import { maskedUrl } from "./masked-url";

test("an address for people has no password, no value, and no part that looks like a secret", () => {
  expect(maskedUrl("https://ana:pw@n8n.example/webhook/invoice?token=abc&token=d&x=")).toBe(
    "https://n8n.example/webhook/invoice?token=•••&x=•••",
  );
  expect(maskedUrl("https://hooks.example/services/T00000000/abcdefghijklmnopqrstuvwx")).toBe(
    "https://hooks.example/services/T00000000/•••",
  );
  expect(maskedUrl("no address")).toBe("•••");
});
