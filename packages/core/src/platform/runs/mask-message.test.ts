import { describe, expect, test } from "vitest";

import { maskMessage, maskStack } from "./mask-message";

describe("maskMessage", () => {
  test.each([
    ["an address of mail", "No account for ada.lovelace@example.com", "No account for (email)"],
    ["one without a dot", "Refused ada@localhost today", "Refused (email) today"],
    ["a telephone number", "Call +49 170 123 45 67 back", "Call (number) back"],
    ["one written with slashes", "Call 030/1234567 back", "Call (number) back"],
    ["a long run of figures", "Customer 4915112345678", "Customer (number)"],
    ["an address of a machine", "refused by 192.168.100.200", "refused by (number)"],
    ["an account", "Pay DE89 3704 0044 0532 0130 00 now", "Pay (account) now"],
    ["a quotation", 'Unexpected token in "Dear Ada"', "Unexpected token in (text, 8 characters)"],
    ["one in other marks", "Cannot read «Lease 2026»", "Cannot read (text, 10 characters)"],
    ["one in single marks", "No page 'Rent of Ada' here", "No page (text, 11 characters) here"],
    ["a file", "Lease.pdf is broken", "(file) is broken"],
    ["an archive", "Leases.7z is broken", "(file) is broken"],
    ["sheets", "Rent.numbers is broken", "(file) is broken"],
    ["a mailbox", "Ada.pst is broken", "(file) is broken"],
    ["a signed file", "Lease.p7m is broken", "(file) is broken"],
    ["a file by its place", "open /home/ada/Lease.pdf", "open (path)Lease.pdf"],
    ["what a database was given", "Key (email)=(ada) exists", "Key (email)=(…) exists"],
    ["a name", "Ada Lovelace may not", "(name) may not"],
    ["a name with a title", "go to Dr. Lovelace first", "go to (name) first"],
    ["a name with accents", "von Zoë Müller-Lüdenscheidt", "von (name)"],
    [
      "where a request went",
      "GET https://ada:secret@example.com/doc?q=Ada",
      "GET https://example.com/…",
    ],
  ])("strikes out %s", (_, message, masked) => {
    if (message.includes("/home/")) expect(maskMessage(message)).not.toMatch(/ada|Lease/);
    else expect(maskMessage(message)).toBe(masked);
  });

  test.each([
    "The model said 429 Too Many Requests",
    "Waiting for the event document/cancelled until 2026-11-22T20:40:11.123Z",
    "Number 3 of 5 behind the concurrency limit ws_0199aa00bb11cc22dd33ee44ff550011",
    "Try 2 of 5 at 2026-11-22T20:40:11.123Z: 503 Service Unavailable",
    "0199aa00-bb11-7c22-8d33-ee44ff550011 was lost",
    "The file has 4194304 bytes and 1204 pages",
    "Cannot read properties of undefined (reading 'workspaceId')",
    "connect ECONNREFUSED 127.0.0.1:5432",
    "deadlock detected on 2026-11-22",
  ])("leaves what an operator needs: %s", (message) => {
    expect(maskMessage(message)).toBe(message);
  });

  test("leaves what is known in quotes, and no more", () => {
    expect(maskMessage('Sleeping in "cool down", not "Ada"', ["cool down"])).toBe(
      'Sleeping in "cool down", not (text, 3 characters)',
    );
  });

  test("ends a message that does not end", () => {
    expect(maskMessage("word ".repeat(10_000)).length).toBeLessThanOrEqual(601);
  });
});

describe("maskStack", () => {
  test("keeps the places, and leaves out the message and the machine", () => {
    const stack = [
      "Error: Ada Lovelace is not here",
      "    at readDocument (/home/ada/besunny/packages/core/src/documents/read-document.ts:12:3)",
      "    at async file:///srv/besunny/apps/worker/dist/main.mjs:1:2",
    ].join("\n");

    expect(maskStack(stack)).toBe(
      [
        "    at readDocument (…/src/documents/read-document.ts:12:3)",
        "    at async …/worker/dist/main.mjs:1:2",
      ].join("\n"),
    );
  });
});
