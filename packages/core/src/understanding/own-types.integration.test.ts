import { describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { correctType } from "../documents/correct-type";
import { getDocument } from "../documents/get-document";
import { changeType } from "./change-type";
import { createType } from "./create-type";
import { listAllTypes } from "./list-all-types";
import { listClassifications } from "./list-classifications";
import { listTypes } from "./list-types";
import { removeType } from "./remove-type";

const permit = {
  name: "Building permit",
  definition: "A decision of a council that allows a building.",
  examples: ["The council grants permission to build."],
};

const namesOf = async (ctx: Parameters<typeof listTypes>[0]) =>
  (await listTypes(ctx, {})).items.map(({ name }) => name);
const useOf = async (ctx: Parameters<typeof listTypes>[0], name: string) =>
  (await listAllTypes(ctx, {})).items.find((type) => type.name === name);

describe("a type of the workspace's own", () => {
  test("is offered with the standard ones at once, and can be given to a document", async () => {
    const admin = await aContext({ role: "admin" });
    const member = await aColleague(admin);
    const created = await createType(admin, permit);

    expect(created).toEqual({
      ...permit,
      synonyms: [],
      isOnlySuggested: false,
      isOwn: true,
      isHidden: false,
    });
    expect((await namesOf(member)).slice(-1)).toEqual([permit.name]);
    expect(await namesOf(member)).toContain("invoice");
    const { id } = await aDocument(member);
    expect(await correctType(member, { id, type: permit.name })).toMatchObject({
      type: permit.name,
    });
    expect(await useOf(admin, permit.name)).toMatchObject({ documentCount: 1, labelCount: 1 });
    expect((await auditOf(admin)).map(({ operation }) => operation)).toContain(
      "understanding.create-type",
    );
  });

  test("is unknown next door", async () => {
    const admin = await aContext({ role: "admin" });
    const neighbour = await aContext({ role: "admin" });
    await createType(admin, permit);

    expect(await namesOf(neighbour)).not.toContain(permit.name);
    const { id } = await aDocument(neighbour);
    await expect(correctType(neighbour, { id, type: permit.name })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    for (const change of [
      () => changeType(neighbour, { name: permit.name, isHidden: true }),
      () => removeType(neighbour, { name: permit.name, isConfirmed: true }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createType(neighbour, permit)).resolves.toMatchObject({ name: permit.name });
  });

  test("has a name that no other type has, in large letters or small, two at once included", async () => {
    const admin = await aContext({ role: "admin" });
    for (const name of ["Invoice", "none", " ", "x".repeat(61)])
      await expect(createType(admin, { ...permit, name })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });

    const both = await Promise.allSettled([createType(admin, permit), createType(admin, permit)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await createType(admin, { ...permit, name: "Licence" });
    await expect(
      changeType(admin, { name: "Licence", newName: "BUILDING PERMIT" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("takes its documents and labels along when it is renamed", async () => {
    const admin = await aContext({ role: "admin" });
    await createType(admin, permit);
    const { id, seq } = await aDocument(admin);
    await correctType(admin, { id, type: permit.name });

    await changeType(admin, { name: permit.name, newName: "building permit", examples: [] });

    expect(await getDocument(admin, { id })).toMatchObject({ type: "building permit" });
    expect((await getDocument(admin, { id })).seq).toBeGreaterThan(seq);
    expect((await listClassifications(admin, { id })).corrections).toMatchObject([
      { after: "building permit" },
    ]);
    expect(await useOf(admin, "building permit")).toMatchObject({
      definition: permit.definition,
      examples: [],
      documentCount: 1,
      labelCount: 1,
    });
    expect((await announced(admin)).map(({ name }) => name)).toContain("documents/changed");
  });

  test("is removed after a confirmation, and its documents lose it with their labels", async () => {
    const admin = await aContext({ role: "admin" });
    await createType(admin, permit);
    const { id } = await aDocument(admin);
    await correctType(admin, { id, type: permit.name });

    await expect(removeType(admin, { name: permit.name })).rejects.toMatchObject({
      code: "CONFIRMATION_NEEDED",
      message: "1 document is of the type Building permit",
    });
    await removeType(admin, { name: permit.name, isConfirmed: true });

    expect(await getDocument(admin, { id })).toMatchObject({ type: null, isTypeCorrected: false });
    expect((await listClassifications(admin, { id })).corrections[0]?.withdrawnAt).not.toBeNull();
    expect(await namesOf(admin)).not.toContain(permit.name);
    await expect(removeType(admin, { name: permit.name })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a standard type", () => {
  test("is hidden and shown again; documents keep it", async () => {
    const admin = await aContext({ role: "admin" });
    const { id } = await aDocument(admin);
    await correctType(admin, { id, type: "memo" });

    await changeType(admin, { name: "memo", isHidden: true });
    await changeType(admin, { name: "memo", isHidden: true });

    expect(await namesOf(admin)).not.toContain("memo");
    expect(await useOf(admin, "memo")).toMatchObject({ isHidden: true, documentCount: 1 });
    expect(await getDocument(admin, { id })).toMatchObject({ type: "memo" });
    const other = await aDocument(admin);
    await expect(correctType(admin, { id: other.id, type: "memo" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });

    await changeType(admin, { name: "memo", isHidden: false });
    expect(await namesOf(admin)).toContain("memo");
  });

  test("keeps its name and definition, and stays", async () => {
    const admin = await aContext({ role: "admin" });
    for (const change of [
      () => changeType(admin, { name: "memo", newName: "note" }),
      () => changeType(admin, { name: "memo", definition: "Something else." }),
      () => removeType(admin, { name: "memo", isConfirmed: true }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

test("members may use types and not manage them", async () => {
  const member = await aContext();
  for (const call of [
    () => createType(member, permit),
    () => changeType(member, { name: "memo", isHidden: true }),
    () => removeType(member, { name: "memo" }),
    () => listAllTypes(member, {}),
  ])
    await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
});
