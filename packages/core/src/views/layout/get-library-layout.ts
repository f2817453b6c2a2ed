import { z } from "zod";

import { personOf } from "../../access/person-of";
import { query } from "../../operation/query";
import { LibraryLayout, usualLayout } from "../contract/library-layout";

/** Returns how the caller has the library shown; columns that are no longer offered are left out. */
export const getLibraryLayout = query("views.get-library-layout", {
  title: "Show my layout of the library",
  permission: "document.read",
  input: z.object({}),
  output: LibraryLayout,
  doors: ["web"],

  async handle({ libraryLayouts, actor }) {
    const stored = await libraryLayouts.find(personOf(actor).id);
    if (!stored) return usualLayout;
    const { columns, density, look } = LibraryLayout.shape;
    return {
      columns: stored.columns.flatMap((name) => {
        const known = columns.element.safeParse(name);
        return known.success ? [known.data] : [];
      }),
      density: density.catch(usualLayout.density).parse(stored.density),
      look: look.catch(usualLayout.look).parse(stored.look),
    };
  },
});
