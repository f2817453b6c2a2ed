import { z } from "zod";

import { personOf } from "../../access/person-of";
import { query } from "../../operation/query";
import { LibraryLayout, layoutOf } from "../contract/library-layout";
import { usualLayout } from "../contract/library-words";

/** Returns how the caller has the library shown; columns that are no longer offered are left out. */
export const getLibraryLayout = query("views.get-library-layout", {
  title: "Show my layout of the library",
  permission: "document.read",
  input: z.object({}),
  output: LibraryLayout,
  doors: ["web"],

  async handle({ libraryLayouts, actor }) {
    const stored = await libraryLayouts.find(personOf(actor).id);
    return (stored && layoutOf(stored)) ?? usualLayout;
  },
});
