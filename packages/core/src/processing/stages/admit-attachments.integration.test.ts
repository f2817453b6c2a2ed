import { expect, test } from "vitest";

import { aContext, inBackground } from "../../../test/contexts";
import { uploadText } from "../../../test/documents";
import { findFamily } from "./find-family";

test("a family is counted from the file that everything came in, own files left out", async () => {
  const ctx = await aContext();
  const background = inBackground(ctx);
  const attach = async (text: string, parentId?: string) => {
    const given = parentId ? { parentId, source: "attachment" as const } : {};
    return (await uploadText(parentId ? background : ctx, text, given)).document.id;
  };
  const mail = await attach("mail");
  const zip = await attach("zip", mail);
  await attach("beside", mail);
  const inner = await attach("inner", zip);
  await attach("leaf", inner);

  expect(await findFamily(background, { documentId: mail })).toEqual({ depth: 0, members: 1 });
  expect(await findFamily(background, { documentId: zip })).toEqual({ depth: 1, members: 3 });
  expect(await findFamily(background, { documentId: inner })).toEqual({ depth: 2, members: 4 });
  await expect(findFamily(ctx, { documentId: mail })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await findFamily(inBackground(await aContext()), { documentId: inner })).toEqual({
    depth: 0,
    members: 0,
  });
});
