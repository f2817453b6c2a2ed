import { personOf } from "../../access/person-of";
import { command } from "../../operation/command";
import { LibraryLayout } from "../contract/library-layout";

/** Keeps how the caller has the library shown, on every device. */
export const setLibraryLayout = command("views.set-library-layout", {
  title: "Change my layout of the library",
  permission: "view.manage",
  input: LibraryLayout,
  output: LibraryLayout,
  doors: ["web"],
  audit: { notAudited: "It changes only how its caller sees the library." },

  async handle({ libraryLayouts, actor }, { columns, density, look }) {
    const layout = { columns: [...new Set(columns)], density, look };
    await libraryLayouts.put(personOf(actor).id, layout);
    return layout;
  },
});
