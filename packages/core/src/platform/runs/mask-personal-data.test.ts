import { describe, expect, test } from "vitest";

import { maskPersonalData } from "./mask-personal-data";

const workspaceId = "ws_0199aa00bb11cc22dd33ee44ff550011";

describe("maskPersonalData", () => {
  test("shows what an event of ours says", () => {
    const data = {
      workspaceId,
      documentId: "doc_0199aa00bb11cc22dd33ee44ff550011",
      runId: "run_0199aa00bb11cc22dd33ee44ff550011",
      code: "ENCRYPTED",
      batchId: null,
      keys: [
        `uploads/${workspaceId}/0199aa00-bb11-7c22-8d33-ee44ff550011`,
        `derived/${workspaceId}/doc_0199aa00bb11cc22dd33ee44ff550011/run_0199aa00bb11cc22dd33ee44ff550011/model.json.gz`,
      ],
    };

    expect(maskPersonalData(data)).toEqual(data);
  });

  test("shows codes, numbers, times and truth values", () => {
    const value = {
      outcome: "done",
      status: "needs_review",
      type: "meeting minutes",
      mediaType: "application/pdf",
      event: "document/uploaded",
      model: "all-MiniLM-L6-v2",
      function_id: "besunny-process-document",
      costMicro: 0.0042,
      pages: 12,
      isReady: true,
      at: "2026-11-22T20:40:11.123Z",
      day: "2026-11-22",
      version: "4.24.0",
      share: "0.25",
    };

    expect(maskPersonalData({ ...value, version: "4" })).toEqual({ ...value, version: "4" });
  });

  test.each([
    ["title", "Lease of Ada Lovelace"],
    ["name", "Ada"],
    ["text", "The rent is due"],
    ["email", "ada@example.com"],
    ["phone", "+49 170 1234567"],
    ["before", "invoice"],
    ["whatever", "anna"],
    ["status", "Ada Lovelace"],
    ["code", "ada@example.com"],
    ["type", "Lease of Ada"],
    ["note", "4915112345678"],
    ["kind", `a${"b".repeat(60)}`],
    ["path", "uploads/Ada Lovelace.pdf"],
    ["path", "home/ada"],
  ])("hides %s: %s", (key, text) => {
    expect(maskPersonalData({ [key]: text })).toEqual({ [key]: `text, ${text.length} characters` });
  });

  test("hides figures that are a person's, and keys that are", () => {
    expect(maskPersonalData({ phone: 491701234567, "ada@example.com": 1 })).toEqual({
      phone: "number",
      "key 2, 15 characters": 1,
    });
  });

  test("masks an error within, and a list by the name of its field", () => {
    expect(
      maskPersonalData({
        error: { name: "TypeError", message: 'no "Ada"', stack: "TypeError: Ada" },
        titles: ["Lease", "Rent"],
        states: ["failed"],
      }),
    ).toEqual({
      error: { name: "TypeError", message: "no (text, 3 characters)", stack: "" },
      titles: ["text, 5 characters", "text, 4 characters"],
      states: ["failed"],
    });
  });

  test("hides whole texts at the top, and what is nested without end", () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;

    expect(maskPersonalData("Ada")).toBe("text, 3 characters");
    expect(JSON.stringify(maskPersonalData(endless))).toContain("too deep to be shown");
    expect(maskPersonalData(Array.from({ length: 60 }, (_, n) => n))).toHaveLength(51);
    expect(maskPersonalData(undefined)).toBeNull();
    expect(maskPersonalData(() => 1)).toBe("not shown");
  });
});
