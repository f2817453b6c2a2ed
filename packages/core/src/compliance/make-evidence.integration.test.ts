import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { aColleague, aContext, aPlatformContext, auditOf } from "../../test/contexts";
import { makePlatformEvidence } from "../platform/compliance/make-platform-evidence";
import { makeEvidence } from "./make-evidence";

const reportFiles = { evidence: async () => Buffer.from("%PDF") };

test("a pack has a table for each part, whose rows name their query and time, and a manifest of all", async () => {
  const owner = await aContext({ role: "owner", reportFiles });
  await aColleague(owner, { role: "admin" });
  const { files } = await makeEvidence(owner, {});
  const text = (path: string) =>
    Buffer.from(files.find((f) => f.path === path)?.bytes ?? []).toString();
  const manifest = JSON.parse(text("manifest.json"));

  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "evidence.pdf",
      "access-review.csv",
      "role-matrix.csv",
      "audit-chain.csv",
      "retention.csv",
      "sub-processors.csv",
    ]),
  );
  for (const { path, sha256 } of manifest.files)
    expect(
      createHash("sha256")
        .update(files.find((f) => f.path === path)?.bytes ?? "")
        .digest("hex"),
    ).toBe(sha256);
  for (const part of manifest.parts) {
    expect(part.controls.length, part.name).toBeGreaterThan(0);
    expect(part.query).toBe(`evidence.${part.name}`);
  }
  const people = text("access-review.csv").trim().split("\r\n");
  expect(people).toHaveLength(3);
  expect(people[1]).toMatch(/,evidence\.access-review,\d{4}-\d\d-\d\dT/);
  expect(text("audit-chain.csv")).toContain("yes");
  const controls = manifest.parts.flatMap((part: { controls: string[] }) => part.controls).join();
  for (const wanted of [
    "CC6",
    "CC7",
    "CC8",
    "A1",
    "C1",
    "PI1",
    "GDPR 5",
    "GDPR 17",
    "GDPR 25",
    "GDPR 30",
    "GDPR 32",
  ])
    expect(controls).toContain(wanted);
  expect((await auditOf(owner))[0]).toMatchObject({
    operation: "compliance.record-evidence",
    input: { sha256: createHash("sha256").update(text("manifest.json")).digest("hex") },
  });
});

test("a pack is for owners and admins, and tells nothing of next door", async () => {
  const owner = await aContext({ role: "owner", reportFiles });
  const neighbour = await aContext({ role: "owner", reportFiles });
  await expect(makeEvidence(await aColleague(owner), {})).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const { files } = await makeEvidence(owner, {});
  const all = files.map(({ bytes }) => Buffer.from(bytes).toString()).join();
  expect(all).not.toContain(neighbour.actor.id);
  expect(all).not.toContain(neighbour.workspaceId);
});

test("the platform has a pack of its own, with its admins and migrations", async () => {
  const admin = aPlatformContext();
  const { files } = await makePlatformEvidence(
    { ...admin, reportFiles: { ...admin.reportFiles, ...reportFiles } },
    {},
  );
  const migrations = files.find(({ path }) => path === "migrations.csv")?.bytes ?? [];
  expect(Buffer.from(migrations).toString()).toContain("whole_audit_rows");
});
